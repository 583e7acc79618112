/** `node bench/search-bytes.ts <folder> <page> <question…>`: what a first search asks for, until its results show. */
import { openBrowser } from '../test/support/browser.ts'
import { firstSearch } from '../test/support/first-search.ts'

const [folder, path = '', ...questions] = process.argv.slice(2)
if (!folder)
  throw new Error('Unexpected call, expected: search-bytes.ts <folder> <page> <question…>')

const browser = await openBrowser()
for (const question of questions) {
  const files = await firstSearch(browser, folder, path, question)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  console.log(`${question}: ${(bytes / 1000).toFixed(1)} kB in ${files.length} requests`)
  for (const file of files) console.log(`  ${String(file.bytes).padStart(6)}  ${file.path}`)
}
await browser.close()
