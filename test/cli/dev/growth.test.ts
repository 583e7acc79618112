/** A save costs the same in a small and in a large docset: counted, not timed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keepFiles } from '#src/cli/dev/kept-files.ts'
import { loadDrawnSite } from '#src/cli/load-site.ts'
import { openPictures, siteContent } from '#src/cli/site-content.ts'
import { siteFiles } from '#src/cli/site-files.ts'
import { factMemory } from '#src/facts/store.ts'
import { docfxFiles, writeTree } from '../../support/disk-site.ts'
import type { Tree } from '../../support/tree.ts'

const remove = (folder: string) => rm(folder, { recursive: true, maxRetries: 5 })

const page = (number: number, next: number, words: string) =>
  `---\ntitle: Page ${number}\ndescription: Words\n---\n\n# Page ${number}\n\n` +
  `See [the next one](page-${next}.md#part) and [the first](page-0.md).\n\n` +
  `[!INCLUDE[shared](includes/shared.md)]\n\n## Part\n\n${words}\n`

function docset(count: number): Tree {
  const pages = Array.from({ length: count }, (_, number) => [
    `en-us/docs/page-${number}.md`,
    page(number, (number + 1) % count, 'Words.'),
  ])
  const entries = pages.map((_, number) => `- name: Page ${number}\n  href: page-${number}.md\n`)
  return {
    ...docfxFiles('en-us', {
      content: [{ files: ['**/*.md', 'TOC.yml'], exclude: ['includes/**'] }],
    }),
    ...(Object.fromEntries(pages) as Record<string, string>),
    'en-us/docs/includes/shared.md': 'Words of all pages.\n',
    'en-us/docs/TOC.yml': entries.join(''),
  }
}

/** How often each function of the program was called in one save, by its place. */
async function callsOfSave(count: number): Promise<ReadonlyMap<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-growth-'))
  onTestFinished(() => remove(folder))
  await writeTree(folder, docset(count))
  const place = { cwd: folder, root: folder }
  const kept = keepFiles(siteFiles(['en-us'], place))
  const memory = { files: kept.files, facts: factMemory() }
  const places = { cache: join(folder, 'cache'), program: 'this', root: folder }
  const pictures = openPictures(kept.files, { places, writeImage: async () => undefined })
  const load = async () => {
    const context = await loadDrawnSite(['en-us'], {}, place, places, undefined, { memory })
    return siteContent(context, { places, pictures, isBuild: false })
  }
  const save = async (words: string) => {
    const path = join(folder, 'en-us/docs/page-7.md')
    await writeFile(path, page(7, 8, words))
    kept.forget([{ path, isTree: false }])
    const { pages, pageContent } = await load()
    expect(pages).toHaveLength(count)
    const shown = pages.find(({ title }) => title === 'Page 7')
    expect(JSON.stringify(shown && pageContent(shown))).toContain(words)
  }
  await load()
  await save('Saved before.')
  return callsDuring(() => save('Saved now.'))
}

async function callsDuring(work: () => Promise<void>): Promise<Map<string, number>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await work()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  const ours = result.filter(({ url }) => /\/(?:src|plugins)\/[^?]*\.ts$/.test(url))
  return new Map(
    ours.flatMap(({ url, functions }) =>
      functions.map(({ functionName, ranges: [range] }) => {
        const place = `${url.replace(/.*\/(?=(?:src|plugins)\/)/, '')} ${functionName}`
        return [`${place}:${range?.startOffset ?? 0}`, range?.count ?? 0] as const
      }),
    ),
  )
}

test('no function is called more often because there are more pages', async () => {
  const few = await callsOfSave(20)
  const many = await callsOfSave(200)
  const names = [...many.keys()].filter((name) => (many.get(name) ?? 0) > 0)
  expect(names.length).toBeGreaterThan(200)
  const more = names.filter((name) => (many.get(name) ?? 0) > (few.get(name) ?? 0) + 5)
  expect(more.map((name) => `${name}: ${few.get(name)} → ${many.get(name)}`)).toEqual([])
})
