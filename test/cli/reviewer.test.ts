/** Who has looked at a translation: kept by Git alone, and told block by block. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { beginHistory, commitAll, git, hasGit } from '../support/git.ts'
import { handedOut, lock, po } from '../support/handed-out.ts'

interface Row {
  block: string
  state: string
  by: string
  author: string
  reviewers: string
  commit: string
  date: string
}

async function withHistory() {
  const docset = await handedOut()
  beginHistory(docset.folder)
  git(docset.folder, 'config', 'user.name', 'Ana')
  git(docset.folder, 'config', 'user.email', 'ana@example.com')
  const rows = async (...args: string[]) => {
    const { printed } = await docset.passerelle('status', '--provenance', ...args)
    return Papa.parse<Row>(printed, { header: true }).data
  }
  const translate = () =>
    docset.edit(
      po,
      'msgid "Write down what they say."\nmsgstr ""',
      'msgid "Write down what they say."\nmsgstr "Notez ce qu’elles disent."',
    )
  const message = () => git(docset.folder, 'log', '-1', '--format=%an: %B').trim()
  return { ...docset, rows, translate, message }
}

describe.skipIf(!hasGit)('a reviewer', () => {
  test('is named in the commit of an import, which holds nothing else, and in the provenance of the block', async () => {
    const docset = await withHistory()
    await docset.translate()
    await docset.edit('en-us/moves/docfx.json', '{"build"', '{ "build"')
    const { code } = await docset.passerelle(
      'import',
      po,
      '--reviewer',
      'Bea Roy <bea@example.com>',
    )
    expect(code).toBe(0)
    expect(docset.message()).toBe(
      'Ana: Import translations of moves fr-FR\n\nReviewed-by: Bea Roy <bea@example.com>',
    )
    expect(git(docset.folder, 'show', '--name-only', '--format=', 'HEAD').trim()).toBe(
      `${lock}\nfr-fr/moves/plan.md`,
    )
    expect(git(docset.folder, 'status', '--porcelain')).toContain('M en-us/moves/docfx.json')
    const row = (await docset.rows()).find(({ block }) => block === 'plan#plan-the-move/5')
    const commit = git(docset.folder, 'rev-parse', 'HEAD').trim()
    expect(row).toMatchObject({
      state: 'translated',
      by: 'person',
      author: 'Ana',
      reviewers: 'Bea Roy <bea@example.com>',
      commit,
    })
    expect(row?.date).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  })

  test('is named in the commit of a confirmation; other blocks are assumed, or by a machine', async () => {
    const docset = await withHistory()
    await docset.translate()
    await docset.passerelle('import', po, '--machine')
    commitAll(docset.folder)
    await docset.passerelle('confirm', 'check', '--reviewer', 'Bea Roy')
    expect(docset.message()).toBe('Ana: Confirm translations of check\n\nReviewed-by: Bea Roy')
    const rows = await docset.rows()
    const by = (name: string) => rows.filter((row) => row.by === name)
    expect(by('person').map(({ reviewers }) => reviewers)).toEqual(Array(4).fill('Bea Roy'))
    expect(by('machine')).toMatchObject([{ block: 'plan#plan-the-move/5', reviewers: '' }])
    expect(by('assumed')).toHaveLength(6)
    expect(by('').map(({ state, commit }) => [state, commit])).toEqual(
      Array(4).fill(['missing', '']),
    )
    const { printed } = await docset.passerelle('status', '--provenance', '--json')
    const { blocks } = JSON.parse(printed) as { blocks: Row[] }
    expect(blocks.map(({ block, by: maker }) => [block, maker])).toEqual(
      rows.map(({ block, by: maker }) => [block, maker]),
    )
  })

  test('an uncommitted line of the lock has no commit', async () => {
    const docset = await withHistory()
    await docset.passerelle('confirm', 'check')
    const rows = (await docset.rows()).filter(({ by }) => by === 'person')
    expect(rows.map(({ commit, author }) => [commit, author])).toEqual(Array(4).fill(['', '']))
  })

  test.each([
    ['a name with a line break', 'Bea\nSigned-off-by: X', 2, /--reviewer .* is not a name/],
    ['a damaged address', 'Bea <bea', 2, /is not a name/],
    ['nothing', ' ', 2, /is not a name/],
  ])('%s is refused', async (_, name, code, expected) => {
    const docset = await withHistory()
    const before = await docset.files()
    const result = await docset.passerelle('confirm', 'check', '--reviewer', name)
    expect([result.code, result.warned]).toMatchObject([code, expected])
    expect(await docset.files()).toEqual(before)
  })

  test('a file with other changes is not committed along', async () => {
    const docset = await withHistory()
    await docset.translate()
    await docset.edit('fr-fr/moves/plan.md', 'Ouvrez', 'Lancez')
    const before = await docset.files()
    const { code, warned } = await docset.passerelle('import', po, '--reviewer', 'Bea')
    expect([code, warned]).toMatchObject([1, /plan\.md` has changes that are not committed/])
    expect(await docset.files()).toEqual(before)
  })

  test('without a repository nothing is written', async () => {
    const docset = await handedOut()
    const before = await docset.files()
    const { code, warned } = await docset.passerelle('confirm', 'check', '--reviewer', 'Bea')
    expect([code, warned]).toMatchObject([1, /Git cannot .*Nothing was written/])
    expect(await docset.files()).toEqual(before)
  })

  test('a hook that refuses the commit is reported', async () => {
    const docset = await withHistory()
    await writeFile(
      join(docset.folder, '.git/hooks/pre-commit'),
      '#!/bin/sh\necho no >&2; exit 1\n',
      {
        mode: 0o755,
      },
    )
    const { code, warned } = await docset.passerelle('confirm', 'check', '--reviewer', 'Bea')
    expect([code, warned]).toMatchObject([1, /written, and not committed: no/])
  })
})
