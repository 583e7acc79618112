/** The dev server before its site is read, and after. */
import { expect, test } from 'vitest'
import type { LiveSite } from '#src/cli/dev/live-site.ts'
import { serveSite, takePort } from '#src/cli/dev/server.ts'

const site: LiveSite = {
  base: () => '/docs/',
  folders: () => [],
  version: () => '1',
  answer: async ({ path }) => ({ status: 200, type: 'text/plain', body: `Page ${path}` }),
  change: async () => {},
  close: () => {},
}

test('a browser that asks before the site is read gets its page once it is', async () => {
  const taken = await takePort(0)
  const early = ['docs/move/', 'docs/move/plan/'].map((path) =>
    fetch(`http://127.0.0.1:${taken.port}/${path}`),
  )
  const accepted = new Promise((resolve) => taken.server.once('request', resolve))
  await accepted
  const server = await serveSite(taken, site)
  try {
    const answers = await Promise.all(early)
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual([
      'Page move/',
      'Page move/plan/',
    ])
    const later = await fetch(`http://127.0.0.1:${taken.port}/docs/end/`)
    expect(await later.text()).toBe('Page end/')
  } finally {
    server.close()
  }
})
