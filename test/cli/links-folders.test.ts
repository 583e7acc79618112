/** The `links` commands on a docset of docfx: the folders say which one. */
import { access, mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { run } from '#src/cli/run.ts'
import { translatedDocset } from '../support/translated-docset.ts'

vi.setConfig({ testTimeout: 60_000 })

const folders = ['en-us', 'fr-fr']
const root = join(import.meta.dirname, '../..')

/** A docset of three pages, and the command line in its folder. */
async function docset() {
  const { folder, read, edit } = await translatedDocset()
  return {
    folder,
    read,
    edit,
    passerelle: async (...args: readonly string[]) => {
      const lines: string[] = []
      const tell = (text: string) => void lines.push(text)
      const code = await run(args, { cwd: folder, root, print: tell, warn: tell })
      return { code, output: lines.join('\n') }
    },
  }
}

test('a ledger is begun beside the translation, and what it says is checked from then on', async () => {
  const { passerelle, read, edit } = await docset()
  const status = await passerelle('links', 'status', ...folders)
  expect([status.code, status.output]).toEqual([
    0,
    expect.stringContaining(
      'fr-fr/permalinks.json does not exist yet: nothing that vanishes is noticed. npm run passerelle -- links accept en-us fr-fr makes it.',
    ) as string,
  ])
  const accept = await passerelle('links', 'accept', ...folders)
  expect(accept).toMatchObject({ code: 0, output: expect.stringContaining(' (new): ') as string })
  const ledger = await read('fr-fr/permalinks.json')
  expect(ledger).toContain('"moves/plan#plan-the-move": { "heading": "Plan the move" },\n')

  await edit('en-us/moves/plan.md', '# Plan the move', '# Prepare the move')
  const check = await passerelle('check', ...folders)
  expect(check.code).toBe(1)
  const [, command = ''] = /Moved: npm run passerelle -- (.*)/.exec(check.output) ?? []
  expect(command).toBe(
    'links move moves/plan#plan-the-move moves/plan#prepare-the-move en-us fr-fr',
  )
  expect(await passerelle(...command.split(' '))).toMatchObject({ code: 0 })
  const again = await passerelle('check', ...folders)
  expect(again.output).not.toContain('permalink-gone')
})

test('--ledger names another place, and every command that is proposed repeats it', async () => {
  const { passerelle, folder } = await docset()
  const place = ['--ledger', 'kept here/links.json']
  const missing = await passerelle('check', ...folders, ...place)
  expect([missing.code, missing.output]).toEqual([
    2,
    expect.stringContaining('`links accept` makes it') as string,
  ])
  expect((await passerelle('links', 'accept', ...folders, ...place)).code).toBe(0)
  await access(join(folder, 'kept here/links.json'))
  await rename(join(folder, 'en-us/moves/after.md'), join(folder, 'en-us/moves/end.md'))
  const { output } = await passerelle('check', ...folders, ...place)
  expect(output).toMatch(/kept here\/links\.json:\d+:3 error permalink-gone/)
  expect(output).toContain(
    'links move moves/after moves/end en-us fr-fr --ledger "kept here/links.json"',
  )
})

test('a folder in place of the ledger is a usage error, not a crash', async () => {
  const { passerelle, folder } = await docset()
  await mkdir(join(folder, 'taken'))
  const { code, output } = await passerelle('links', 'accept', ...folders, '--ledger', 'taken')
  expect([code, output]).toEqual([
    2,
    expect.stringContaining('The ledger cannot be written to `taken`, which is no file') as string,
  ])
})
