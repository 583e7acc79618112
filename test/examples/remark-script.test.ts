/** The guide preset in a script that knows nothing of sites. */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'examples/remark-script')

test('a script prints alerts, steps and matrices as HTML, and what is wrong with its line', async () => {
  const { html, problems, code } = await render(join(folder, 'input.md'))
  expect(html).toContain('<aside class="alert" data-kind="tip">\n<p class="alert__title">Tip</p>')
  expect(html).toContain('<li class="step" data-step="" id="share-report">')
  expect(html).toContain('<span class="party" data-party="support">support</span>')
  expect(html).toContain('<caption>Duties</caption>')
  expect(problems).toBe(
    'input.md:23:3 alert-unknown-kind There is no alert `[!NOTTE]`. Did you mean `[!NOTE]`?\n',
  )
  expect(code).toBe(0)
})

test('a page that is no MDX gives one line and an exit code, no stack trace', async () => {
  const path = join(await temporaryFolder(), 'input.md')
  await writeFile(path, 'One.\n\n<b>Two\n')
  const { html, problems, code } = await render(path)
  expect(html).toBe('')
  expect(problems).toMatch(/^input\.md:3:\d+ \S+ .+\n$/)
  expect(code).toBe(1)
})

test('the packages that it asks for are those that it imports', async () => {
  const script = await readFile(join(folder, 'render.js'), 'utf8')
  const { dependencies } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const imported = [...script.matchAll(/ from '([^':/]+)(?:\/[^']*)?'/g)].map(([, name]) => name)
  expect(Object.keys(dependencies)).toEqual(imported.toSorted())
})

async function render(path: string) {
  const args = ['--import', join(root, 'test/support/own-package.ts'), 'render.js', path]
  const named = (text: string) => text.replaceAll(path, 'input.md')
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder })
    return { html: stdout, problems: named(stderr), code: 0 }
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number }
    return { html: stdout, problems: named(stderr), code }
  }
}
