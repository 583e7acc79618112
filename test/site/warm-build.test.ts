/** A build that takes what it can from earlier ones is, byte for byte, the build that takes nothing. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startPasserelle } from '../support/child.ts'
import { docfxFiles, writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { isSlow } from '../support/sample.ts'
import { type Tree, png } from '../support/tree.ts'

const page = (title: string, text: string) =>
  `---\ntitle: ${title}\ndescription: About it.\nms.date: 01/02/2026\n---\n\n# ${title}\n\n${text}\n`

const translated = (locale: string, title: string, text: string): Tree => ({
  ...docfxFiles(locale, { resource: [{ files: ['**/*.png'] }] }),
  [`${locale}/docs/TOC.md`]: '# [A](a.md)\n# [B](b.md)\n',
  [`${locale}/docs/a.md`]: page(`${title} A`, `${text} [b](b.md)\n\n![p](p.png)`),
  [`${locale}/docs/b.md`]: page(
    `${title} B`,
    `[!INCLUDE [i](includes/i.md)]\n\n## ${title}\n\n${text}`,
  ),
  [`${locale}/docs/includes/i.md`]: `${text} (included)\n`,
})

/** What writers change, one after the other. */
const edits: readonly Tree[] = [
  { 'fr-fr/docs/a.md': page('Titre A', 'Une autre phrase. [b](b.md)') },
  { 'en-us/docs/includes/i.md': 'Other words (included)\n' },
  { 'en-us/docs/b.md': page('Another title', '## Another part\n\nWords.') },
  { 'en-us/docs/TOC.md': '# [B](b.md)\n## [A](a.md)\n' },
  { 'en-us/docs/c.md': page('New', 'New words. [a](a.md)'), 'en-us/docs/TOC.md': '# [C](c.md)\n' },
  { 'en-us/docs/p.png': new Uint8Array() },
]

test('after any edit', async () => {
  const folder = await temporaryFolder()
  await writeTree(folder, {
    ...translated('en-us', 'Title', 'Some words of the page.'),
    ...translated('fr-fr', 'Titre', 'Quelques mots de la page.'),
    'en-us/docs/p.png': png,
  })
  for (const [index, edit] of (isSlow ? edits : edits.slice(0, 3)).entries()) {
    await build(folder, 'warm', 'cache')
    await writeTree(folder, edit)
    await build(folder, 'warm', 'cache')
    await build(folder, 'cold', `cache-${index}`)
    expect(await filesIn(join(folder, 'warm'))).toEqual(await filesIn(join(folder, 'cold')))
  }
}, 240_000)

async function build(folder: string, out: string, cache: string): Promise<void> {
  const args = [
    'build',
    'en-us',
    'fr-fr',
    '--out',
    out,
    '--cache',
    cache,
    '--keep-going',
    '--quiet',
  ]
  const { warned } = await startPasserelle(args, { cwd: folder }).ended
  expect(warned).toContain('pages built')
}

async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const files = paths.toSorted().map(async (path) => {
    return [path.slice(folder.length), await readFile(path, 'latin1')] as const
  })
  return new Map(await Promise.all(files))
}
