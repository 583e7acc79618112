/** Settings for VS Code hold for what this program prints, reads and writes. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { parse } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import { formatProblems } from '#src/report/format-problems.ts'
import { readGuideTree } from '../support/tree.ts'

const root = join(import.meta.dirname, '../..')
// VS Code allows comments and commas at the end.
const json = async <T>(path: string) => parse(await readFile(join(root, path), 'utf8')) as T

interface Tasks {
  tasks: [
    {
      command: string
      args: string[]
      problemMatcher: { pattern: Record<string, number> & { regexp: string } }
    },
  ]
}

test('the problem matcher reads what check prints, notes and summary aside', async () => {
  const [{ problemMatcher, args }] = (await json<Tasks>('.vscode/tasks.json')).tasks
  expect(args).toContain('check')
  const problem = {
    file: 'content/docs/en/a guide/a: b.mdx',
    line: 7,
    column: 12,
    severity: 'error' as const,
    ruleId: 'link-missing',
    reason: 'Link to `b:1:2 error c` leads nowhere.',
    note: 'A note.',
  }
  const { regexp, ...groups } = problemMatcher.pattern
  const lines = formatProblems([problem], 'text').split('\n')
  const found = lines.flatMap((line) => {
    const match = new RegExp(regexp).exec(line)
    return match ? [Object.entries(groups).map(([name, group]) => [name, match[group]])] : []
  })
  expect(found.map((entries) => Object.fromEntries(entries) as unknown)).toEqual([
    {
      file: problem.file,
      line: '7',
      column: '12',
      severity: 'error',
      code: 'link-missing',
      message: problem.reason,
    },
  ])
})

describe('each snippet is what a guide understands', async () => {
  type Snippets = Record<string, { scope: string; body: string[] }>
  const snippets = await json<Snippets>('.vscode/passerelle.code-snippets')
  const typed = ({ body }: { body: string[] }) =>
    body
      .join('\n')
      .replaceAll(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
      .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
      .replaceAll('$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE', '2026-11-22')
      .replaceAll(/\$\d/g, '')
  const front =
    '---\ntitle: Move\ndescription: About it\nupdated: 2026-11-22\nphase: assess\n---\n\n'
  const labels = {
    'move.phase.assess': 'Assess',
    'move.party.customer': 'Customer',
    'move.party.fasttrack': 'FastTrack',
  }
  const strings = JSON.stringify(labels)
  const names = { phases: ['assess'], parties: ['customer', 'fasttrack'] }
  const step = ':::procedure{by=customer}\n1. :step{#first} **First.** Do it.\n:::\n\n'

  test.each(Object.entries(snippets))('%s', async (name, snippet) => {
    const text = typed(snippet)
    expect(text).not.toContain('$')
    const page = text.startsWith('---')
      ? text
      : text.startsWith('1. ')
        ? `${front}:::procedure{by=customer}\n${text}\n:::\n`
        : text.startsWith(':anchor')
          ? `${front}## Heading ${text}\n\nText.\n`
          : front + (text.startsWith(':::procedure') ? '' : step) + text
    const { lines } = await readGuideTree(
      {
        'content/ui/en.json': strings,
        'content/ui/fr-FR.json': strings,
        'content/docs/en/move/index.mdx': page,
      },
      ['index'],
      names,
    )
    expect(lines, name).toEqual([])
  })
})

describe('the JSON schemas', async () => {
  const ajv = new Ajv({ allErrors: true })
  const settings = await json<{ 'json.schemas': { url: string; fileMatch: [string] }[] }>(
    '.vscode/settings.json',
  )
  const schemas = new Map(
    await Promise.all(
      settings['json.schemas'].map(
        async ({ url, fileMatch }) => [fileMatch[0], ajv.compile(await json<object>(url))] as const,
      ),
    ),
  )
  const accepts = (match: string, value: unknown) => schemas.get(match)?.(value)

  test('accept the files of this site', async () => {
    expect(accepts('permalinks.json', await json('content/permalinks.json'))).toBe(true)
    for (const folder of ['ui', 'search']) {
      for (const name of await readdir(join(root, 'content', folder))) {
        const file = await json(`content/${folder}/${name}`)
        expect(accepts(`content/${folder}/*.json`, file), name).toBe(true)
      }
    }
  })

  test.each([
    ['permalinks.json', { move: { step: 'A' } }],
    ['permalinks.json', { 'move#a': { page: 'A' } }],
    ['permalinks.json', { move: { page: 'A', movedTo: 'b', retired: 'c' } }],
    ['permalinks.json', { $version: 2 }],
    ['content/ui/*.json', { a: 1 }],
    ['content/search/*.json', { synonyms: ['a'] }],
    ['content/search/*.json', { synonym: [] }],
  ])('refuse in %s: %j', (match, value) => {
    expect(accepts(match, value)).toBe(false)
  })
})
