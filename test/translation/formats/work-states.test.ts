/** What a file says of the work on a unit, and what the lock records of it, for each format and tool. */
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from '#src/translation/formats/csv.ts'
import { readPo, writePo } from '#src/translation/formats/po.ts'
import type { ReadFile } from '#src/translation/formats/read-unit.ts'
import { readXliff12, writeXliff12 } from '#src/translation/formats/xliff12.ts'
import { readXliff21, writeXliff21 } from '#src/translation/formats/xliff21.ts'
import { importFiles } from '#src/translation/import/import-files.ts'
import { unitSetOf } from '#src/translation/project/translation-project.ts'
import { edit } from './damage.ts'
import { workspaceOf } from '../../support/project.ts'

const source = 'Write down what they say.'
const words = 'Notez ce qu’ils disent.'
const project = workspaceOf({ was: '', now: `${source}\n`, french: `${source}\n` })
const set = unitSetOf(project)

type Recorded = 'ok' | 'machine' | 'waits'

/** What the lock says of the block after the import, and whether the page has the words exactly then. */
function recorded(file: ReadFile): Recorded {
  const result = importFiles(project, [file], { status: 'ok' })
  expect(result.refused.map(({ message }) => message.reason)).toEqual([])
  const status = result.project.lock.entries.find(({ target }) => {
    return target !== undefined && target === result.project.pages[0]?.target?.blocks[0]?.hash
  })?.status
  const isWritten = result.pages[0]?.text.includes(words) ?? false
  const isOpen = result.messages.some(({ ruleId }) => ruleId === 'units-unconfirmed')
  expect(isWritten).toBe(!isOpen)
  return isWritten && status !== 'assumed' ? (status ?? 'ok') : 'waits'
}

/** An XLIFF 1.2 file with attributes on the unit and on its target, and elements of a tool. */
function xliff12(unit: string, target: string, inside = ''): ReadFile {
  const text = edit(
    edit(writeXliff12(set), / xml:space="preserve">/, ` ${unit}>`),
    new RegExp(`<target state="needs-translation">${source}</target>`),
    `<target${target && ` ${target}`}>${words}</target>${inside}`,
  )
  const names = 'xmlns:sdl="a" xmlns:mq="b" xmlns:m="c" xmlns:its="d"'
  return readXliff12(edit(text, '<xliff ', `<xliff ${names} `), 'a.xlf')
}

function xliff21(unit: string, segment: string): ReadFile {
  const text = edit(
    edit(
      edit(writeXliff21(set), / xml:space="preserve">/, ` ${unit}>`),
      '<segment state="initial">',
      `<segment ${segment} >`,
    ),
    `<source>${source}</source>`,
    `<source>${source}</source><target>${words}</target>`,
  )
  return readXliff21(edit(text, '<xliff ', '<xliff xmlns:mq="b" xmlns:its="d" '), 'a.xlf')
}

const states12: Record<string, Recorded> = {
  '': 'ok',
  new: 'waits',
  'needs-translation': 'waits',
  'needs-adaptation': 'waits',
  'needs-l10n': 'waits',
  'needs-review-translation': 'waits',
  'needs-review-adaptation': 'waits',
  'needs-review-l10n': 'waits',
  translated: 'ok',
  'signed-off': 'ok',
  final: 'ok',
  'x-draft': 'waits',
  'x-whatever': 'waits',
}
const qualifiers: Record<string, Recorded> = {
  '': 'ok',
  'exact-match': 'ok',
  'id-match': 'ok',
  'leveraged-inherited': 'ok',
  'fuzzy-match': 'waits',
  'leveraged-glossary': 'waits',
  'leveraged-repository': 'waits',
  'leveraged-tm': 'waits',
  'tm-suggestion': 'waits',
  'rejected-grammar': 'waits',
  'rejected-inaccurate': 'waits',
  'rejected-length': 'waits',
  'rejected-spelling': 'waits',
  'leveraged-mt': 'machine',
  'mt-suggestion': 'machine',
}
const approvals: Record<string, Recorded> = { '': 'ok', yes: 'ok', no: 'waits' }
const order: readonly Recorded[] = ['waits', 'machine', 'ok']
const attribute = (name: string, value: string) => (value ? `${name}="${value}"` : '')

describe('XLIFF 1.2', () => {
  test('of every state, qualifier and approval together the most doubtful counts', () => {
    let count = 0
    for (const [state, item] of Object.entries(states12)) {
      for (const [qualifier, two] of Object.entries(qualifiers)) {
        for (const [approved, three] of Object.entries(approvals)) {
          const target = `${attribute('state', state)} ${attribute('state-qualifier', qualifier)}`
          const file = xliff12(attribute('approved', approved), target.trim())
          const expected = order.find((name) => [item, two, three].includes(name))
          expect([state, qualifier, approved, recorded(file)]).toEqual([
            state,
            qualifier,
            approved,
            expected,
          ])
          count++
        }
      }
    }
    expect(count).toBe(13 * 15 * 3)
  })

  const segment = (attributes: string) =>
    `<sdl:seg-defs><sdl:seg id="1" ${attributes}/></sdl:seg-defs>`
  const tools: [tool: string, unit: string, target: string, inside: string, Recorded][] = [
    ['Trados', '', '', segment(''), 'waits'],
    ['Trados', '', '', segment('conf="Draft" origin="mt"'), 'waits'],
    ['Trados', '', '', segment('conf="Draft" origin="tm" percent="85"'), 'waits'],
    ['Trados', '', '', segment('conf="RejectedTranslation"'), 'waits'],
    ['Trados', '', '', segment('conf="RejectedSignOff"'), 'waits'],
    ['Trados', '', '', segment('conf="Translated" origin="interactive"'), 'ok'],
    ['Trados', '', '', segment('conf="Translated" origin="nmt"'), 'machine'],
    ['Trados', '', '', segment('conf="ApprovedTranslation"'), 'ok'],
    ['Trados', '', '', segment('conf="ApprovedSignOff" origin="tm"'), 'ok'],
    ['Trados, on the unit', 'conf="Draft" origin="mt"', '', '', 'waits'],
    ['Trados, on the target', '', 'conf="Draft"', '', 'waits'],
    ['memoQ', 'mq:status="NotStarted"', '', '', 'waits'],
    ['memoQ', 'mq:status="PreTranslated"', '', '', 'waits'],
    ['memoQ', 'mq:status="PartiallyEdited"', '', '', 'waits'],
    ['memoQ', 'mq:status="AssembledFromFragments"', '', '', 'waits'],
    ['memoQ', 'mq:status="Rejected"', '', '', 'waits'],
    ['memoQ', 'mq:status="MachineTranslated"', '', '', 'machine'],
    ['memoQ', 'mq:status="ManuallyConfirmed"', '', '', 'ok'],
    ['memoQ', 'mq:status="Reviewer1Confirmed"', '', '', 'ok'],
    ['memoQ', 'mq:status="Proofread"', '', '', 'ok'],
    ['Phrase', 'm:confirmed="0"', '', '', 'waits'],
    ['Phrase', 'm:confirmed="1"', '', '', 'ok'],
    ['Phrase', 'm:confirmed="0" m:trans-origin="mt"', '', '', 'waits'],
    ['Phrase', 'm:confirmed="1" m:trans-origin="mt"', '', '', 'machine'],
    ['Phrase', 'm:confirmed="1" m:trans-origin="tm"', '', '', 'ok'],
    ['ITS', '', 'its:mtConfidence="0.9"', '', 'machine'],
  ]
  test.each(tools)('%s: %s %s %s is recorded as %s', (_, unit, target, inside, expected) => {
    expect(recorded(xliff12(unit, target, inside))).toBe(expected)
    // The tool outweighs what it leaves in the standard attributes, and the other way round.
    const translated = `state="translated" ${target}`.trim()
    expect(recorded(xliff12(unit, translated, inside))).toBe(expected)
    const draft = `state="needs-review-translation" ${target}`.trim()
    expect(recorded(xliff12(unit, draft, inside))).toBe('waits')
  })
})

describe('XLIFF 2.1', () => {
  const states: Record<string, Recorded> = {
    '': 'waits',
    initial: 'waits',
    translated: 'ok',
    reviewed: 'ok',
    final: 'ok',
  }
  const subStates: Record<string, Recorded> = {
    '': 'ok',
    'x:done': 'ok',
    'x:reviewed': 'ok',
    'x:draft': 'waits',
    'x:fuzzy': 'waits',
    'x:needs-review': 'waits',
    'x:rejected': 'waits',
    'x:42': 'waits',
    'x:mt': 'machine',
    'mt:post-edited': 'waits',
    'x:machine-translated': 'machine',
  }
  test('of every state and sub-state together the most doubtful counts', () => {
    for (const [state, item] of Object.entries(states)) {
      for (const [subState, two] of Object.entries(subStates)) {
        const segment = `${attribute('state', state)} ${attribute('subState', subState)}`.trim()
        const expected = order.find((name) => [item, two].includes(name))
        expect([state, subState, recorded(xliff21('', segment))]).toEqual([
          state,
          subState,
          expected,
        ])
      }
    }
  })

  test('a tool’s own attribute counts here, too', () => {
    expect(recorded(xliff21('mq:status="MachineTranslated"', 'state="final"'))).toBe('machine')
    expect(recorded(xliff21('', 'state="final" its:mtConfidence="0.7"'))).toBe('machine')
  })
})

describe('PO', () => {
  test.each<[string, Recorded]>([
    ['', 'ok'],
    ['#, fuzzy\n', 'waits'],
    ['#, no-wrap, fuzzy\n', 'waits'],
    ['#,fuzzy,c-format\n', 'waits'],
    ['#, no-wrap\n', 'ok'],
    ['#, no-wrap\n#, fuzzy\n', 'waits'],
  ])('flags %j are recorded as %s', (flags, expected) => {
    const text = edit(
      writePo(set),
      `msgid "${source}"\nmsgstr ""`,
      `msgid "${source}"\nmsgstr "${words}"`,
    )
    expect(recorded(readPo(edit(text, 'msgctxt', `${flags}msgctxt `), 'a.po'))).toBe(expected)
  })
})

describe('CSV', () => {
  test.each<[string, Recorded]>([
    ['untranslated', 'ok'],
    ['', 'ok'],
    ['translated', 'ok'],
    ['done', 'ok'],
    ['OK', 'ok'],
    ['Approved', 'ok'],
    ['fuzzy', 'waits'],
    ['draft', 'waits'],
    ['Needs review', 'waits'],
    ['not confirmed', 'waits'],
    ['à relire', 'waits'],
    ['ask Anne', 'waits'],
    ['machine', 'machine'],
    ['MT', 'machine'],
  ])('%j in the column of states is recorded as %s', (state, expected) => {
    const text = edit(
      edit(writeCsv(set), `,${source},,`, `,${source},${words},`),
      ',untranslated,',
      `, ${state},`,
    )
    expect(recorded(readCsv(text, 'a.csv'))).toBe(expected)
  })
})

test('one warning says how many units wait, and in whose words', () => {
  const { messages } = importFiles(project, [xliff12('approved="no"', '')], { status: 'ok' })
  expect(messages.map(({ reason, fatal }) => [reason, fatal])).toEqual([
    ['One new translation is not confirmed in this file: `approved="no"`.', false],
  ])
})
