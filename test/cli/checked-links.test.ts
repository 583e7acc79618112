/** Links of a site whose last check is known: what is reported is what a check of all files reports. */
import { expect, test } from 'vitest'
import { builtProblems } from '#src/cli/finish-site.ts'
import { type CheckedLinks, siteWriter } from '#src/cli/site-writer.ts'
import type { ReadSite } from '#src/docsets/read-site.ts'
import { scanHtml } from '#src/permalinks/built/scan.ts'
import { writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'

const read = { site: { url: 'https://a.example', base: '/' }, isDocfx: false } as ReadSite

type Pages = Readonly<Record<string, string>>

const page = (body: string) => `<html lang="en"><body>${body}`

const sound: Pages = {
  'index.html': page('<a href="/a/#one">A</a><a href="/b/">B</a>'),
  'a/index.html': page('<h2 id="one">One</h2><a href="/b/">B</a>'),
  'b/index.html': page('<a href="/a/">A</a>'),
  'pagefind/x.json': '{}',
}

/** Check `pages` in a folder of their own, as after a build that has taken all that is in `earlier`, too. */
async function check(pages: Pages, earlier?: { pages: Pages; links: CheckedLinks | undefined }) {
  const folder = await temporaryFolder()
  await writeTree(folder, pages)
  const scanned: string[] = []
  const scans = new Map(
    Object.entries(pages).flatMap(([file, html]) =>
      file.endsWith('.html') ? [[file, scanHtml(html)] as const] : [],
    ),
  )
  const { problems, links } = await builtProblems(
    siteWriter(folder),
    read,
    { scans, targets: ['/a/', '/b/'] },
    earlier && {
      links: earlier.links,
      isSame(file) {
        const isTaken = earlier.pages[file] === pages[file]
        if (!isTaken) scanned.push(file)
        return isTaken
      },
    },
  )
  return { texts: problems.map(({ file, ruleId }) => `${file} ${ruleId}`), links, scanned }
}

async function checkAfter(before: Pages, after: Pages) {
  const { links } = await check(before)
  const again = await check(after, { pages: before, links })
  expect(again.texts).toEqual((await check(after)).texts)
  return again
}

test('of a site where a text has changed only that page is checked', async () => {
  const after = { ...sound, 'b/index.html': page('<p>New <a href="/a/">A</a>') }
  const { texts, scanned } = await checkAfter(sound, after)
  expect(texts).toEqual([])
  expect([...new Set(scanned)]).toEqual(['b/index.html'])
})

const { 'b/index.html': b, ...withoutB } = sound
test.each<[string, Pages, Pages, number]>([
  ['a page that leads nowhere', sound, { ...sound, 'b/index.html': page('<a href="/c/">') }, 1],
  ['pages that lead to one that is gone', sound, withoutB, 3],
  ['pages that lead to an id that is gone', sound, { ...sound, 'a/index.html': page('') }, 1],
  ['the same page again', withoutB, { ...withoutB, 'a/index.html': page('<h2 id="one">') }, 2],
  ['nothing where the page is back', withoutB, sound, 0],
])('it reports %s', async (_what, before, after, count) => {
  expect(b).toBeDefined()
  expect((await checkAfter(before, after)).texts).toHaveLength(count)
})

test('a page that leads to a file of the search index is checked each time', async () => {
  const before = { ...sound, 'b/index.html': page('<a href="/pagefind/x.json">X</a>') }
  const { 'pagefind/x.json': _, ...after }: Pages = before
  expect((await checkAfter(before, after)).texts).toEqual(['b/index.html built-dead'])
})
