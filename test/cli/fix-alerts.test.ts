/** A team brings guides along from another generator, and lets `check --fix` write their alerts. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smallGuides } from '../support/small-guides.ts'

const start = smallGuides()
const page = 'content/docs/en/fasttrack/index.mdx'
const container = ':::warning[Mind this]\n- One\n  - Two\n\n```sh\nrun\n```\n:::'

test('problems about `:::warning` say so and are gone after the fix, which keeps the text', async () => {
  const { root, edit, run } = await start()
  await edit(page, 'Start with', `${container}\n\nStart with`)
  const told = await run('check')
  expect(told.output).toMatch(
    /index\.mdx:7:1 warning directive-unknown {2}There is no directive `:::warning`\. Write `> \[!WARNING\]`, or let `check --fix` do so\./,
  )
  expect((await run('check', '--fix')).output).toContain('Repaired: 1 place in 1 file.')
  expect(await readFile(join(root, page), 'utf8')).toContain(
    '\n> [!WARNING]\n> **Mind this**\n>\n> - One\n>   - Two\n>\n> ```sh\n> run\n> ```\n\nStart with',
  )
  expect((await run('check')).output).not.toContain('directive-unknown')
})
