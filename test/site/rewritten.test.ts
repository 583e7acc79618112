/** What a build writes after one sentence has changed, on pages as long as real ones. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { docsetName, writeDocfx } from '../../bench/inputs/docfx.ts'
import { withSentence } from '../../bench/inputs/edit.ts'
import { generatedPages } from '../../bench/inputs/pages.ts'
import { type Output, readOutput, rewritten } from '../../bench/measure/output.ts'
import { startPasserelle } from '../support/child.ts'
import { temporaryFolder } from '../support/folder.ts'

test('after one sentence has changed, other files are its page, its Markdown, the page for printing, and a result of search', async () => {
  const folder = await temporaryFolder()
  await writeDocfx(join(folder, 'fr-fr'), generatedPages(1, [30, 10]))
  const before = await build(folder)
  const page = 'zone-1/section-1/page-015'
  const path = join(folder, 'fr-fr', docsetName, `${page}.md`)
  // None of the words is on a page yet.
  await writeFile(path, withSentence(await readFile(path, 'utf8'), 'Xylophones kantiens.'))
  const { changed } = rewritten(before, await build(folder))
  expect(changed.filter((file) => !file.startsWith('pagefind/')).toSorted()).toEqual([
    // All pages of the docset, to be printed.
    `fr-fr/${docsetName}/print/index.html`,
    `fr-fr/${docsetName}/${page}/index.html`,
    `fr-fr/${docsetName}/${page}/index.md`,
  ])
  // What is shown of a result; the part of the index with its words is new as a whole.
  const results = changed.filter((file) => file.startsWith('pagefind/fragment/'))
  expect(results).toHaveLength(1)
})

async function build(folder: string): Promise<Output> {
  const args = ['build', 'fr-fr', '--out', 'site', '--cache', 'cache', '--quiet']
  const { warned } = await startPasserelle(args, { cwd: folder }).ended
  expect(warned).toContain('41 pages built')
  return readOutput(join(folder, 'site'))
}
