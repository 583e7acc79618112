/** Two branches that both change the ledger, merged by git itself. */
import { execFile, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { type LedgerEntry, serializeLedger } from '#src/permalinks/ledger.ts'
import { parseLedger } from '#src/permalinks/read-ledger.ts'
import { temporaryFolder } from '../support/folder.ts'

const hasGit = spawnSync('git', ['--version']).status === 0
const name = 'permalinks.json'
const run = promisify(execFile)

const entry = (id: string, rest: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id,
  kind: id.includes('#') ? 'heading' : 'page',
  title: id,
  ...rest,
})

const base = ['move', 'move/a', 'move/a#x', 'move/m', 'move/m#x', 'move/z'].map((id) => entry(id))

/** The merged text of two versions of `base`; fails where git leaves a conflict. */
async function merged(ours: readonly LedgerEntry[], theirs: readonly LedgerEntry[], union = true) {
  const folder = await temporaryFolder()
  const git = (...args: readonly string[]) =>
    run('git', ['-c', 'user.name=t', '-c', 'user.email=t@x.example', ...args], { cwd: folder })
  const commit = async (entries: readonly LedgerEntry[]) => {
    await writeFile(join(folder, name), serializeLedger(entries))
    await git('add', '.')
    await git('commit', '-q', '-m', 'x')
  }
  await git('init', '-q', '-b', 'ours')
  // As the project's own `.gitattributes` has it.
  if (union) await writeFile(join(folder, '.gitattributes'), `${name} merge=union\n`)
  await commit(base)
  await git('checkout', '-q', '-b', 'theirs')
  await commit(theirs)
  await git('checkout', '-q', 'ours')
  await commit(ours)
  await git('merge', '-q', '--no-edit', 'theirs')
  const { ledger, messages } = parseLedger({
    name,
    text: await readFile(join(folder, name), 'utf8'),
  })
  expect(messages).toEqual([])
  return serializeLedger(ledger.entries.values())
}

const title = hasGit ? '%s' : '%s (skipped: there is no git)'

test.skipIf(!hasGit).each([
  ['entries in different places', ['move/b', 'move/b#x'], ['move/n', 'move/n#x'], false],
  ['the same entry', ['move/b'], ['move/b'], false],
  ['entries at the very end', ['move/zz'], ['move/b'], false],
  ['entries in the same place', ['move/b', 'move/b#x'], ['move/c', 'move/c#x'], true],
  ['the same entry and others around it', ['move/b', 'move/c'], ['move/c', 'move/d'], true],
] as const)(`two branches add ${title}`, async (_, ours, theirs, union) => {
  const added = [...new Set([...ours, ...theirs])].map((id) => entry(id))
  const text = await merged(
    [...base, ...ours.map((id) => entry(id))],
    [...base, ...theirs.map((id) => entry(id))],
    union,
  )
  expect(text).toBe(serializeLedger([...base, ...added]))
})

test.skipIf(!hasGit)(
  hasGit
    ? 'one branch records a move, the other adds beside it'
    : 'one branch records a move, the other adds beside it (skipped: there is no git)',
  async () => {
    const fate = { movedTo: 'move/z' }
    const record = (id: string) => (item: LedgerEntry) =>
      item.id === id ? { ...item, ...fate } : item
    const text = await merged(base.map(record('move/m')), [
      ...base,
      entry('move/b'),
      entry('move/m#w'),
    ])
    expect(text).toBe(
      serializeLedger([...base.map(record('move/m')), entry('move/b'), entry('move/m#w')]),
    )
  },
)
