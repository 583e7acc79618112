/** What writers do to guides that were published, and what becomes of the links to them. */
import { expect, test } from 'vitest'
import { changed, folder, french, guides, page, steps } from './published-guides.ts'

const assess = guides[`${folder}/assess.mdx`]
const enable = guides[`${folder}/enable.mdx`]

/** The commands that the problems offer first. */
const commands = (messages: readonly { note?: string }[]) =>
  messages.map(({ note = '' }) => /links (move \S+ \S+)/.exec(note)?.[1])

test('guides as they were published have no problem', async () => {
  const { problems } = await changed({})
  expect(problems).toEqual([])
})

test('a deleted page is named, with what was in it, its line, and both ways out', async () => {
  const { told } = await changed(
    { [`${folder}/assess.mdx`]: undefined, [`${french}/assess.mdx`]: undefined },
    {},
    ['index', 'enable'],
  )
  expect(told).toEqual([
    {
      file: 'content/permalinks.json',
      line: 5,
      column: 3,
      severity: 'error',
      ruleId: 'permalink-gone',
      url: 'https://passerelle.example/go/manual/rules-permalinks/#permalink-gone',
      reason:
        'Published page `move/assess` (“Assess”) is gone, with the 5 headings and steps in it. ' +
        'Record where it moved, or why it was removed.',
      note:
        'Moved: npm run passerelle -- links move move/assess <new>\n' +
        '    Gone for good: npm run passerelle -- links retire move/assess --why "…"',
    },
  ])
})

test('a page that only the translation still has keeps its address; its anchors are named', async () => {
  const { told } = await changed({ [`${folder}/assess.mdx`]: undefined })
  expect(told.map(({ reason }) => /`(\S+)`/.exec(reason)?.[1])).toEqual([
    'move/assess#assess',
    'move/assess#gather-data',
    'move/assess#review-network',
    'move/assess#what-next',
    'move/assess#what-to-bring',
  ])
})

test('a renamed page is known by its headings and steps', async () => {
  const { told, reminders } = await changed(
    {
      [`${folder}/assess.mdx`]: undefined,
      [`${french}/assess.mdx`]: undefined,
      [`${folder}/evaluate.mdx`]: assess.replace('title: Assess', 'title: Evaluate'),
    },
    {},
    ['index', 'evaluate', 'enable'],
  )
  expect(commands(told)).toEqual(['move move/assess move/evaluate'])
  expect(told[0]?.reason).toContain('likely `move/evaluate` (“Evaluate”)')
  expect(reminders).toHaveLength(1)
})

test('a heading that is reworded in the source is known by its place on the page', async () => {
  const { told } = await changed({
    [`${folder}/assess.mdx`]: assess.replace('## What to bring', '## Have these ready'),
  })
  expect(commands(told)).toEqual(['move move/assess#what-to-bring move/assess#have-these-ready'])
})

test('of several headings each is known by its words', async () => {
  const { told } = await changed({
    [`${folder}/assess.mdx`]: assess
      .replace('## What to bring', '## What you bring')
      .replace('## What next', '## What comes next'),
  })
  expect(commands(told)).toEqual([
    'move move/assess#what-next move/assess#what-comes-next',
    'move move/assess#what-to-bring move/assess#what-you-bring',
  ])
})

test('a heading that is gone is not sought among the same words of other pages', async () => {
  const { told } = await changed({
    [`${folder}/assess.mdx`]: assess.replace('## What next', ''),
  })
  expect(commands(told)).toEqual(['move move/assess#what-next <new>'])
})

test('nothing is lost when a translation is reworded', async () => {
  const { told, reminders } = await changed({
    [`${french}/assess.mdx`]: guides[`${french}/assess.mdx`]
      .replace('Ce qu’il faut apporter', 'À préparer')
      .replace('Recueillez', 'Rassemblez'),
  })
  expect([...told, ...reminders]).toEqual([])
})

test('nothing is lost when steps change their order or their words', async () => {
  const { told, reminders, state } = await changed({
    [`${folder}/assess.mdx`]: page(
      'Assess',
      '## What to bring',
      steps(['review-network', 'Review the network'], ['gather-data', 'Collect data']),
      '## What next',
    ),
  })
  expect([...told, ...reminders]).toEqual([])
  expect(state?.comparison.reworded).toEqual([
    { id: 'move/assess#gather-data', kind: 'step', title: 'Collect data' },
  ])
})

test('a step that moved to another page is known by its id', async () => {
  const { told } = await changed({
    [`${folder}/assess.mdx`]: page(
      'Assess',
      '## What to bring',
      steps(['review-network', 'Review the network']),
      '## What next',
    ),
    [`${folder}/enable.mdx`]: page(
      'Enable',
      steps(['turn-on', 'Turn it on'], ['gather-data', 'Gather the data']),
      '## What next',
    ),
  })
  expect(commands(told)).toEqual(['move move/assess#gather-data move/enable#gather-data'])
})

test('a page that is split names the new place of each part', async () => {
  const { told } = await changed(
    {
      [`${folder}/assess.mdx`]: page('Assess', '## What to bring', 'Words.', '## What next'),
      [`${folder}/review.mdx`]: page(
        'Review',
        steps(['gather-data', 'Gather data'], ['review-network', 'Review the network']),
      ),
    },
    {},
    ['index', 'assess', 'review', 'enable'],
  )
  expect(commands(told)).toEqual([
    'move move/assess#gather-data move/review#gather-data',
    'move move/assess#review-network move/review#review-network',
  ])
})

test('when the rules for ids change, each old id is found by its words', async () => {
  // As if the slug of a heading had a new form.
  const withIds = (text: string) =>
    text.replaceAll(
      /^## (.*)$/gm,
      (_, title: string) => `<h2 id="h-${title.toLowerCase().replaceAll(' ', '_')}">${title}</h2>`,
    )
  const { told } = await changed({
    [`${folder}/assess.mdx`]: withIds(assess),
    [`${folder}/enable.mdx`]: withIds(enable),
  })
  expect(commands(told)).toEqual([
    'move move/assess#what-next move/assess#h-what_next',
    'move move/assess#what-to-bring move/assess#h-what_to_bring',
    'move move/enable#what-next move/enable#h-what_next',
  ])
})

test('a party’s checklist is a page that was published, too', async () => {
  const { told } = await changed({
    [`${folder}/assess.mdx`]: page('Assess', '## What to bring', '## What next'),
    [`${folder}/enable.mdx`]: page('Enable', '## What next'),
  })
  // Without a step there is no process, and no page made of it.
  expect(told.map(({ reason }) => /`(\S+)`/.exec(reason)?.[1])).toEqual([
    'move/assess#gather-data',
    'move/assess#review-network',
    'move/checklist/customer',
    'move/enable#turn-on',
    'move/print',
  ])
})

test('a page that cannot be read is reported as such, not as gone', async () => {
  const { told, problems } = await changed({ [`${folder}/assess.mdx`]: page('Assess', '<b') })
  expect(problems.some(({ ruleId }) => ruleId === 'mdx-syntax')).toBe(true)
  expect(told).toEqual([])
})
