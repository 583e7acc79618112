/** What `::download` says of a file is true of the file that readers get. */
import { fileSize } from '#plugins/guide/downloads.ts'
import { expect, test } from 'vitest'
import { writeOffers } from '#src/cli/write-offers.ts'
import { readGuideTree, treeFiles } from '../support/tree.ts'

const start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'

test.each([
  ['with a script', `${start}<script>${'x'.repeat(3000)}</script><path d="M0 0h9v9z"/></svg>`],
  ['with nothing to take out', `${start}<path d="M0 0h9v9z"/></svg>`],
])('the size of a drawing %s is that of the file that is published', async (_, drawing) => {
  const tree = {
    'content/docs/en/move/index.mdx':
      '---\ntitle: T\ndescription: D\nupdated: 2026-11-22\n---\n\n::download[The plan]{file="./plan.svg"}\n',
    'content/docs/en/move/plan.svg': drawing,
  }
  const { site, html } = await readGuideTree(tree)
  const written = new Map<string, string>()
  const write = (path: string, content: string | Uint8Array) =>
    void written.set(path, Buffer.from(content).toString())
  await writeOffers(site, { write }, treeFiles(tree))
  const [published = ''] = written.values()
  expect(written.size).toBe(1)
  expect(published).not.toContain('script')
  expect(html('/en/move/')).toContain(`(SVG · ${fileSize(Buffer.byteLength(published), 'en')})`)
})
