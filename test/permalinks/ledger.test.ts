/** The file of the ledger: how it is written, and what is said of one that is damaged. */
import { expect, test } from 'vitest'
import { serializeLedger } from '#src/permalinks/ledger.ts'
import { parseLedger } from '#src/permalinks/read-ledger.ts'
import { changed, publishedLedger } from './published-guides.ts'

const name = 'content/permalinks.json'

/** `line:column rule` of what is wrong with a text. */
const told = (text: string) =>
  parseLedger({ name, text }).messages.map(
    ({ line, column, ruleId, file }) => `${file}:${line}:${column} ${ruleId}`,
  )

test('one entry a line, sorted, a page before its headings and steps', async () => {
  const text = serializeLedger([
    { id: 'move/b', kind: 'page', title: 'B “b” "b"', movedTo: 'move/a' },
    { id: 'move/a-z', kind: 'page', title: 'A to Z' },
    { id: 'move/a#été', kind: 'heading', title: 'Été' },
    { id: 'move/a', kind: 'page', title: 'A' },
    { id: 'move/a#do', kind: 'step', title: 'Do it', removed: 'Nobody does' },
  ])
  expect(text).toBe(
    [
      '{',
      '  "move/a": { "page": "A" },',
      '  "move/a#do": { "step": "Do it", "retired": "Nobody does" },',
      '  "move/a#été": { "heading": "Été" },',
      '  "move/a-z": { "page": "A to Z" },',
      '  "move/b": { "page": "B “b” \\"b\\"", "movedTo": "move/a" },',
      '  "$version": 1',
      '}',
      '',
    ].join('\n'),
  )
  const { ledger, messages } = parseLedger({ name, text })
  expect(messages).toEqual([])
  expect(serializeLedger(ledger.entries.values())).toBe(text)
})

test('guides have pages, headings and steps in it, in the words of their own language', async () => {
  expect(
    serializeLedger(await publishedLedger())
      .split('\n')
      .slice(1, 9),
  ).toEqual([
    '  "move": { "page": "Move" },',
    '  "move#move": { "heading": "Move" },',
    '  "move#what-next": { "heading": "What next" },',
    '  "move/assess": { "page": "Assess" },',
    '  "move/assess#assess": { "heading": "Assess" },',
    '  "move/assess#gather-data": { "step": "Gather data" },',
    '  "move/assess#review-network": { "step": "Review the network" },',
    '  "move/assess#what-next": { "heading": "What next" },',
  ])
})

test.each([
  [
    'a comma that is missing',
    '{\n  "a": { "page": "A" }\n  "$version": 1\n}\n',
    '3:3 permalink-file',
  ],
  ['an end that is missing', '{\n  "a": { "page": "A" },', '2:24 permalink-file'],
  ['a comment', '{\n  // a\n  "$version": 1\n}', '2:3 permalink-file'],
  ['a list', '[]', '1:1 permalink-file'],
  ['nothing', '', '1:1 permalink-file'],
  ['no version', '{\n  "a": { "page": "A" }\n}\n', '1:1 format-old'],
  ['a newer version', '{\n  "a": { "new": 1 },\n  "$version": 2\n}', '3:3 format-new'],
  ['a version that is none', '{\n  "$version": "1"\n}', '2:3 permalink-version'],
  ['a page of no kind', '{\n  "a": {},\n  "$version": 1\n}', '2:3 permalink-entry'],
  ['a page that is a step', '{\n  "a": { "step": "A" }\n}', '2:3 permalink-entry'],
  ['a heading that is a page', '{\n  "a#b": { "page": "A" }\n}', '2:3 permalink-entry'],
  ['an unknown field', '{\n  "a": { "page": "A", "moved": "b" }\n}', '2:3 permalink-entry'],
  ['no new place', '{\n  "a": { "page": "A", "movedTo": "" }\n}', '2:3 permalink-entry'],
  ['reasons in no language', '{\n  "a": { "page": "A", "retired": {} }\n}', '2:3 permalink-entry'],
  ['no reason', '{\n  "a": { "page": "A", "retired": " " }\n}', '2:3 permalink-entry'],
  [
    'both ends of one thing',
    '{\n  "a": { "page": "A", "retired": "x", "movedTo": "b" }\n}',
    '2:3 permalink-entry',
  ],
  ['a mark of a merge', '{\n<<<<<<< ours\n  "a": { "page": "A" },\n', '2:1 permalink-merge'],
])('%s is said with its line and column', (_, text, expected) => {
  expect(told(text)).toEqual([`${name}:${expected}`])
})

test('a damaged ledger is an error of the check, and nothing is compared with it', async () => {
  const { told } = await changed({ 'content/permalinks.json': '{\n  "move": {}\n}' })
  expect(told.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`)).toEqual([
    '2:3 permalink-entry',
  ])
})

test('two lines for one id are one entry, as a merge leaves them, if only one says what became of it', () => {
  const line = (rest: string) => `  "a": { "page": "A"${rest} },\n`
  const both = (value: string, other: string) =>
    parseLedger({ name, text: `{\n${line(value)}${line(other)}  "$version": 1\n}\n` })
  for (const [item, other] of [
    ['', ', "movedTo": "b"'],
    [', "movedTo": "b"', ''],
    [', "movedTo": "b"', ', "movedTo": "b"'],
  ] as const) {
    const { ledger, messages } = both(item, other)
    expect(messages).toEqual([])
    expect(ledger.entries.get('a')).toEqual({ id: 'a', kind: 'page', title: 'A', movedTo: 'b' })
  }
  const { messages } = both(', "movedTo": "b"', ', "retired": "Gone"')
  expect(messages.map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual(['3 permalink-twice'])
})

test('reasons in several languages are one line, and are read as they were written', () => {
  const reasons = { en: 'The checklist says it', 'fr-FR': 'La liste de contrôle le dit' }
  const entry = { id: 'a', kind: 'page', title: 'A', removed: reasons } as const
  const text = serializeLedger([entry])
  expect(text.split('\n')[1]).toBe(
    '  "a": { "page": "A", "retired": { "en": "The checklist says it", "fr-FR": "La liste de contrôle le dit" } },',
  )
  expect(parseLedger({ name, text })).toMatchObject({ messages: [] })
  expect(parseLedger({ name, text }).ledger.entries.get('a')).toEqual(entry)
})

test('guides without a ledger are not checked and have no problem', async () => {
  const { told, reminders } = await changed({ 'content/permalinks.json': undefined })
  expect([...told, ...reminders]).toEqual([])
})

test('new entries are one warning, not an error', async () => {
  const { reminders } = await changed({
    'content/permalinks.json': '{\n  "$version": 1,\n  "move": { "page": "Move" }\n}\n',
  })
  expect(reminders).toMatchObject([{ severity: 'warning', line: 1, column: 1 }])
})

test('an empty ledger belongs to a site that was never published', async () => {
  const { told, reminders } = await changed({
    'content/permalinks.json': '{\n  "$version": 1\n}\n',
  })
  expect([...told, ...reminders]).toEqual([])
})

test('a ledger without a version is compared all the same', async () => {
  const { told } = await changed({
    'content/permalinks.json': '{\n  "move/gone": { "page": "Gone" }\n}\n',
  })
  expect(told.map(({ ruleId }) => ruleId)).toContain('permalink-gone')
})
