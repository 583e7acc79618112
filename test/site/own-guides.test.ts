/** What the command line says of the project’s own guides. */
import { expect, test } from 'vitest'
import { run } from '#src/cli/run.ts'

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '')

test('the project’s own guides have no problem but translations that may wait', async () => {
  const { code, printed } = await check()
  const { problems } = JSON.parse(printed) as { problems: { ruleId: string }[] }
  const waiting = /^l10n-(?:stale|untranslated|missing|extra)$/
  expect(problems.filter(({ ruleId }) => !waiting.test(ruleId))).toEqual([])
  expect(code).toBe(0)
})

async function check(): Promise<{ code: number; printed: string }> {
  const lines: string[] = []
  const print = (text: string) => void lines.push(text)
  const code = await run(['check', '--json'], { cwd: root, root, print, warn: () => undefined })
  return { code, printed: lines.join('\n') }
}
