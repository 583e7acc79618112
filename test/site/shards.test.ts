/** A site whose parts were drawn on several machines is the site that one machine builds. */
import { cp, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startPasserelle } from '../support/child.ts'
import { docfxFiles, writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { type Tree, png } from '../support/tree.ts'

const page = (title: string, text: string) =>
  `---\ntitle: ${title}\ndescription: About it.\nms.date: 01/02/2026\n---\n\n# ${title}\n\n${text}\n`

const language = (locale: string, title: string): Tree => ({
  ...docfxFiles(locale, { resource: [{ files: ['**/*.png'] }] }),
  [`${locale}/docs/TOC.md`]: '# [A](a.md)\n# [B](b.md)\n',
  [`${locale}/docs/a.md`]: page(
    `${title} A`,
    `## Part\n\nWords of ${title}. [b](b.md)\n\n![p](p.png)`,
  ),
  [`${locale}/docs/b.md`]: page(`${title} B`, `Other words of ${title}. [a](a.md#part)`),
})

async function site() {
  const folder = await temporaryFolder()
  await writeTree(folder, {
    ...language('en-us', 'Title'),
    ...language('fr-fr', 'Titre'),
    'en-us/docs/p.png': png,
  })
  const run = (command: string, ...options: string[]) =>
    startPasserelle([command, 'en-us', 'fr-fr', ...options], { cwd: folder }).ended
  return { folder, run }
}

test('byte for byte, and nothing of a shard is drawn twice', async () => {
  const { folder, run } = await site()
  const caches = ['en-US', 'fr-FR'].map((locale) => ({ locale, cache: `cache-${locale}` }))
  for (const { locale, cache } of caches) {
    const { code, warned } = await run('build', '--shard', `docs/${locale}`, '--cache', cache)
    expect([code, warned]).toEqual([0, expect.stringContaining(`pages of docs/${locale} drawn`)])
    // As CI puts the caches of its machines together.
    await cp(join(folder, cache), join(folder, 'all'), { recursive: true })
  }
  const assembled = await run('assemble', '--cache', 'all', '--out', 'assembled')
  expect(assembled.code).toBe(0)
  const alone = await run('build', '--cache', 'alone', '--out', 'alone-out')
  expect(alone.code).toBe(0)
  const [files, others] = [await filesIn(folder, 'assembled'), await filesIn(folder, 'alone-out')]
  expect(files).toEqual(others)
  const [, drawn = ''] = /(\d+) files drawn here/.exec(assembled.warned) ?? []
  const shared = [...files.keys()].filter((path) => !/^\/(?:en-us|fr-fr)\/docs\//.test(path))
  expect(Number(drawn)).toBeGreaterThan(0)
  expect(Number(drawn)).toBeLessThanOrEqual(shared.length)
})

test('a shard that the site lacks is a usage error that lists its shards', async () => {
  const { run } = await site()
  const { code, warned } = await run('build', '--shard', 'docs/de-DE')
  expect(code).toBe(2)
  expect(warned).toContain('Use `docs/en-US`, `docs/fr-FR`.')
})

test.each([
  ['build', '--shard', 'docs/en-US', '--out', 'dist'],
  ['assemble', '--shard', 'docs/en-US'],
])('%s %s %s %s is wrong usage', async (command, ...options) => {
  const { run } = await site()
  expect((await run(command, ...options)).code).toBe(2)
})

async function filesIn(folder: string, out: string): Promise<Map<string, string>> {
  const root = join(folder, out)
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map(async (path) => [path.slice(root.length), await readFile(path, 'latin1')] as const)
  return new Map(await Promise.all(files))
}
