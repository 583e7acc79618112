/** New texts of pages as files, every byte that is not theirs as it is on the disk. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { nodeFileSystem } from '../node-file-system.ts'
import { decode } from '../docsets/decode.ts'
import type { NewPage } from '../translation/import/import-files.ts'
import type { NewText } from './replace-files.ts'

const problem = defineProblems('exchange', {
  'page-unreadable': () => ({
    severity: 'error',
    reason: 'A new page cannot be written here: there is a file already. Move it away.',
    note: 'It cannot be read as a page. Run `check`; nothing was written.',
  }),
})

/** Pages whose file is not UTF-8, or that cannot be read, are reported; their bytes would be lost. */
export async function pageFiles(
  pages: readonly NewPage[],
  nameOf: (path: string) => string,
): Promise<{ files: NewText[]; messages: VFileMessage[] }> {
  const files: NewText[] = []
  const messages: VFileMessage[] = []
  for (const { file, before, text } of pages) {
    const bytes = await nodeFileSystem.read(file)
    const name = nameOf(file)
    if (!bytes) {
      files.push({ path: file, text, was: undefined })
      continue
    }
    const { message } = decode(bytes, name)
    if (message) messages.push(message)
    else if (before === undefined) {
      messages.push(problemAt(name, problem('page-unreadable'), { line: 1, column: 1 }))
    } else {
      const was = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      const mark = was.startsWith('\uFEFF') ? '\uFEFF' : ''
      files.push({ path: file, text: mark + text, was: mark + before })
    }
  }
  return { files, messages }
}
