/** What an author is told of procedures, matrices and names that do not fit together. */
import { expect, test } from 'vitest'
import { missingLabels, noNames } from '#src/docsets/guides/names.ts'
import { siteLocales } from '#src/i18n/strings.ts'
import { readGuideTree } from '../support/tree.ts'
import { english, frenchSteps, names, page, read, strings, toc } from './guide-with-process.ts'

test('a procedure that a translation lacks is a warning that names both places', async () => {
  const path = 'content/docs/fr-FR/move/assess.mdx'
  const { problems } = await read({ [path]: page('Évaluation', 'Rien') })
  expect(problems).toMatchObject([
    {
      file: path,
      severity: 'warning',
      ruleId: 'procedure-missing',
      reason:
        'The procedure at content/docs/en/move/assess.mdx:7:1 is not translated yet. Readers get its 2 steps in the language of the source.',
    },
  ])
})

test('a phase in the front matter of a translation that its source does not say is an error', async () => {
  const path = 'content/docs/fr-FR/move/assess.mdx'
  const { problems } = await read({
    [path]: page('Évaluation', frenchSteps, 'phase: enable\n'),
  })
  expect(problems).toMatchObject([
    {
      file: path,
      line: 4,
      ruleId: 'page-process-differs',
      reason:
        'The phase here is `enable`, the source at content/docs/en/move/assess.mdx:4:1 has `phase: assess`. Delete it here.',
    },
  ])
})

test('an id that two pages give a step is an error that names both places', async () => {
  const path = 'content/docs/en/move/enable.mdx'
  const { problems } = await read({ [path]: english[path].replace('#turn-on', '#gather-data') })
  expect(problems).toMatchObject([
    {
      file: path,
      line: 8,
      ruleId: 'step-id-twice',
      reason:
        'Step id `gather-data` is already used at content/docs/en/move/assess.mdx:8:4. Choose another one.',
    },
  ])
})

test('a matrix that would have no row is an error', async () => {
  const path = 'content/docs/en/move/index.mdx'
  const { lines } = await readGuideTree(
    {
      ...strings,
      ...english,
      [path]: page('Move', '::matrix{phase=assess}\n\n::matrix{phase=assess service=teams}'),
    },
    toc,
    names,
  )
  expect(lines).toEqual([`${path}:8:1 error matrix-without-steps`])
})

test('a matrix by hand has the same parties in charge in both languages', async () => {
  const table = (customer: string, rows: string) =>
    page('Move', `:::matrix\n| What | ${customer} | FastTrack |\n| --- | --- | --- |\n${rows}\n:::`)
  const { problems } = await read({
    'content/docs/en/move/index.mdx': table('Customer', '| Sign | x | – |'),
    'content/docs/fr-FR/move/index.mdx': table('Client', '| Signer | – | x |'),
  })
  expect(problems).toMatchObject([
    {
      file: 'content/docs/fr-FR/move/index.mdx',
      line: 9,
      ruleId: 'matrix-differs',
      reason:
        'Matrix differs from the source at content/docs/en/move/index.mdx:6:1: parties in charge `fasttrack` here, `customer` there. Make it the same.',
    },
  ])
})

test('a name without a label is an error where it is named', async () => {
  const { problems } = await read({}, { ...names, parties: [...names.parties, 'partner'] })
  expect(problems).toMatchObject([
    {
      file: 'content/site.config.ts',
      ruleId: 'label-missing',
      reason:
        '`partner` has no label. Add `move.party.partner` to content/ui/en.json and content/ui/fr-FR.json.',
    },
  ])
})

test('a group without a heading is an error where a docset names it', () => {
  const config = { name: 'content/site.config.ts', text: "{ id: 'tools', group: 'inside' }" }
  const locales = siteLocales(['en'], {}, new Map([['en', { 'group.other': 'Other' }]]))
  expect([...missingLabels('tools', noNames, { config, locales, group: 'inside' })]).toMatchObject([
    {
      reason: '`inside` has no label. Add `group.inside` to content/ui/en.json.',
      line: 1,
      column: 23,
    },
  ])
})

test('a language that borrows its strings is not asked for labels of its own', () => {
  const config = { name: 'content/site.config.ts', text: '' }
  const files = (tables: Record<string, Record<string, string>>) =>
    [
      ...missingLabels(
        'move',
        { ...noNames, parties: ['customer', 'partner'] },
        { config, locales: siteLocales(['ja', 'en'], {}, new Map(Object.entries(tables))) },
      ),
    ].map(({ reason }) => reason.match(/content\/ui\/[\w-]+\.json/g))
  const customer = { 'move.party.customer': 'Customer' }
  expect(files({ en: customer })).toEqual([['content/ui/en.json']])
  expect(files({ en: { ...customer, 'move.party.partner': 'Partner' } })).toEqual([])
  expect(files({})).toEqual([])
})

test('a page at the address of a made page is an error', async () => {
  const path = 'content/docs/en/move/checklist/customer.mdx'
  const { lines } = await readGuideTree(
    { ...strings, ...english, [path]: page('Mine', 'Words') },
    [...toc, 'checklist/customer'],
    names,
  )
  expect(lines).toEqual([`${path}:1:1 error page-reserved`])
})

test.each([
  ['a matrix', 'Mots', 1],
  [
    'a row',
    ':::matrix\n| Quoi | Client | FastTrack |\n| --- | --- | --- |\n| Un | x | – |\n:::',
    6,
  ],
] as const)(
  '%s that a translation lacks is a warning, for it may wait',
  async (_, french, line) => {
    const rows = '| One | x | – |\n| Two | – | x |'
    const { lines } = await read({
      'content/docs/en/move/index.mdx': page(
        'Move',
        `:::matrix\n| What | Customer | FastTrack |\n| --- | --- | --- |\n${rows}\n:::`,
      ),
      'content/docs/fr-FR/move/index.mdx': page('Passer', french),
    })
    expect(lines).toEqual([`content/docs/fr-FR/move/index.mdx:${line}:1 warning matrix-missing`])
  },
)
