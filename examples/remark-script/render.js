// Print a page as HTML, and on stderr what is wrong with it.
import { readFile } from 'node:fs/promises'
import { guidePreset } from 'passerelle/plugins/guide'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'

const { remarkPlugins, remarkRehype: toHtml, rehypePlugins } = guidePreset()
const processor = unified()
  .use(remarkParse)
  .use(remarkPlugins)
  .use(remarkRehype, toHtml)
  .use(rehypePlugins)
  .use(rehypeStringify)

const [path = 'input.md'] = process.argv.slice(2)
const file = new VFile({ path, value: await readFile(path) })
try {
  console.log(String(await processor.process(file)))
} catch (error) {
  // A page that is no MDX; anything else is a bug.
  if (!(error instanceof VFileMessage)) throw error
  file.messages.push(error)
  process.exitCode = 1
}
for (const { line, column, ruleId, reason } of file.messages)
  console.error(`${path}:${line}:${column} ${ruleId} ${reason}`)
if (file.messages.some(({ fatal }) => fatal)) process.exitCode = 1
