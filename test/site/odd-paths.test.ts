/** Projects and docsets in folders with names that people give to folders, and bundlers do not expect. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { startPasserelle } from '../support/child.ts'
import { docfxFiles, writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { sample } from '../support/sample.ts'
import { copyWithSmallGuides } from '../support/small-guides.ts'

// Node loads nothing from a folder with a backslash in its name.
const names = [
  'p#1? 100%20 l’é\'"e\u0301',
  'p %20 é',
  'e\u0301te\u0301',
  '[a]{b,c}(d)!*',
  '$HOME;`x`|y',
]

test.each(sample(names, 1))('a project in %j builds, and so does a docset there', async (name) => {
  const folder = join(await temporaryFolder(), name)
  const project = join(folder, 'project')
  const temporary = await temporaryFolder()
  const env = { TMPDIR: temporary }
  await copyWithSmallGuides(project)
  const guides = await startPasserelle(['build'], { project, cwd: project, env }).ended
  expect([guides.code, guides.printed]).toEqual([0, ''])
  expect(guides.warned).toBe(`6 pages built, 6 of them searchable: ${project}/dist\n`)
  expect(await kinds(join(project, 'dist'))).toEqual(new Set(['css', 'js', 'png']))

  // As seen from another folder than the project’s.
  await writeDocset(join(folder, 'docs'))
  const args = ['build', 'docs/en-us', '--url', 'https://g.example', '--out', 'site']
  const docset = await startPasserelle(args, { project, cwd: folder, env }).ended
  expect([docset.code, docset.printed]).toEqual([0, ''])
  expect(docset.warned).toContain(`pages built, 1 of them searchable: ${folder}/site\n`)
  expect(await kinds(join(folder, 'site'))).toEqual(new Set(['css', 'js', 'png', 'webp']))

  // No link is left.
  expect(await readdir(temporary)).toEqual([])
})

test('so do guides whose files have such names, with their pictures', async () => {
  const project = join(await temporaryFolder(), 'project')
  await copyWithSmallGuides(project)
  const folder = 'content/docs/en/fasttrack'
  const odd = ['a#1', 'b?1', '100%', '%20', 'c\\d', 'e\tf']
  const text = '---\ntitle: A\ndescription: B\nupdated: 2026-11-29\n---\n\n![A dot](<dot é.png>)\n'
  const pages = odd.map((name) => [`${folder}/${name}.mdx`, text])
  await writeTree(project, Object.fromEntries(pages) as Record<string, string>)
  await writeDot(join(project, folder, 'dot é.png'))
  const { code, printed } = await startPasserelle(['build', '--all'], { project, cwd: project })
    .ended
  expect([code, printed.match(/(?<= )(?:error|warning) \S+/g)]).toEqual([
    0,
    odd.map(() => 'warning toc-page-left-out'),
  ])
  for (const slug of ['a-1', 'b-1', '100-', '-20', 'c-d', 'e-f']) {
    const html = await readFile(join(project, `dist/en/fasttrack/${slug}/index.html`), 'utf8')
    expect(html, slug).toMatch(/<img alt="A dot"[^>]* src="\/_astro\/[^"]+\.webp"/)
  }
})

/** What the bundler has made, by the ends of its files’ names. */
async function kinds(site: string): Promise<Set<string | undefined>> {
  const files = await readdir(join(site, '_astro'))
  return new Set(files.map((file) => file.split('.').at(-1)))
}

async function writeDocset(folder: string): Promise<void> {
  await writeTree(folder, {
    ...docfxFiles('en-us', { resource: [{ files: ['**/*.png'] }] }),
    'en-us/docs/a.md': '---\ntitle: A\ndescription: B\n---\n# A\n\n![A dot](media/dot.png)\n',
    'en-us/docs/TOC.yml': '- name: A\n  href: a.md\n',
  })
  await mkdir(join(folder, 'en-us/docs/media'))
  await writeDot(join(folder, 'en-us/docs/media/dot.png'))
}

async function writeDot(path: string): Promise<void> {
  const background = { r: 200, g: 0, b: 0 }
  const dot = sharp({ create: { width: 8, height: 8, channels: 3, background } })
  await writeFile(path, await dot.png().toBuffer())
}
