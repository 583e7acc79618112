import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageFiles } from '#src/cli/page-files.ts'
import { temporaryFolder } from '../support/folder.ts'

test('a new page is not written over a file that could not be read as one', async () => {
  const folder = await temporaryFolder()
  const [taken, free] = ['taken.mdx', 'free.mdx'].map((name) => join(folder, name)) as [
    string,
    string,
  ]
  await writeFile(taken, '---\ntitle: "A\n---\n')
  const pages = [taken, free].map((file) => ({ file, before: undefined, text: 'New.\n' }))
  const { files, messages } = await pageFiles(pages, (path) => path)
  expect(messages.map(({ file, ruleId }) => [file, ruleId])).toEqual([[taken, 'page-unreadable']])
  expect(files.map(({ path }) => path)).toEqual([free])
})
