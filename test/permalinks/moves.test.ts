/** Recorded moves: what the templates get to draw, and what is wrong with a record. */
import { expect, test } from 'vitest'
import { changed, folder, french, guides, page, steps } from './published-guides.ts'

const renamed = {
  [`${folder}/assess.mdx`]: undefined,
  [`${french}/assess.mdx`]: undefined,
  [`${folder}/evaluate.mdx`]: guides[`${folder}/assess.mdx`],
  [`${french}/evaluate.mdx`]: guides[`${french}/assess.mdx`],
}
const order = ['index', 'evaluate', 'enable']

const split = {
  [`${folder}/assess.mdx`]: page(
    'Assess',
    '## What to bring',
    steps(['review-network', 'Review the network']),
    '## What next',
  ),
  [`${folder}/enable.mdx`]: page(
    'Enable',
    steps(['turn-on', 'Turn it on'], ['gather-data', 'Gather data']),
    '## What next',
  ),
  [`${french}/assess.mdx`]: page(
    'Évaluation',
    '## À apporter',
    ':::procedure\n1. **Examinez.** Oui.\n:::',
    '## Et ensuite',
  ),
  [`${french}/enable.mdx`]: page(
    'Activation',
    ':::procedure\n1. **Activez.** Oui.\n2. **Recueillez.** Oui.\n:::',
    '## Et ensuite',
  ),
}

test('a renamed page: one record, a redirect in each language, and its anchors go along', async () => {
  const { told, redirects } = await changed(
    renamed,
    { 'move/assess': { movedTo: 'move/evaluate' } },
    order,
  )
  expect(told).toEqual([])
  expect(redirects).toEqual([
    expect.objectContaining({ locale: 'en', from: '/en/move/assess/', to: '/en/move/evaluate/' }),
    expect.objectContaining({
      locale: 'fr-FR',
      from: '/fr-fr/move/assess/',
      to: '/fr-fr/move/evaluate/',
    }),
  ])
  expect(redirects[1]?.anchors).toContainEqual({
    id: 'gather-data',
    to: '/fr-fr/move/evaluate/#gather-data',
    title: 'Recueillez',
  })
})

test('an anchor that the renamed page lacks is still asked for', async () => {
  const { told } = await changed(
    {
      ...renamed,
      [`${folder}/evaluate.mdx`]: guides[`${folder}/assess.mdx`].replace('## What to bring', ''),
    },
    { 'move/assess': { movedTo: 'move/evaluate' } },
    order,
  )
  expect(told).toMatchObject([
    {
      ruleId: 'permalink-gone',
      reason: expect.stringContaining('`move/assess#what-to-bring`') as string,
    },
  ])
})

test('a reworded heading keeps its old id in its page, in every language', async () => {
  const { told, pageAt, redirects } = await changed(
    {
      [`${folder}/assess.mdx`]: guides[`${folder}/assess.mdx`].replace('What to bring', 'Ready'),
    },
    { 'move/assess#what-to-bring': { movedTo: 'move/assess#ready' } },
  )
  expect(told).toEqual([])
  expect(redirects).toEqual([])
  for (const path of ['/en/move/assess/', '/fr-fr/move/assess/']) {
    expect(pageAt(path)?.aliases).toEqual([{ id: 'what-to-bring', to: 'ready' }])
    expect(pageAt(path)?.movedAnchors).toBeUndefined()
  }
})

test('a step that moved to another page is said to be there, in the words of each language', async () => {
  const { told, pageAt } = await changed(split, {
    'move/assess#gather-data': { movedTo: 'move/enable#gather-data' },
  })
  expect(told).toEqual([])
  expect(pageAt('/en/move/assess/')?.movedAnchors).toEqual([
    { id: 'gather-data', to: '/en/move/enable/#gather-data', title: 'Gather data' },
  ])
  expect(pageAt('/fr-fr/move/assess/')?.movedAnchors).toEqual([
    { id: 'gather-data', to: '/fr-fr/move/enable/#gather-data', title: 'Recueillez' },
  ])
  expect(pageAt('/en/move/enable/')?.movedAnchors).toBeUndefined()
})

test('untranslated text of a moved heading is marked with its language', async () => {
  const { pageAt } = await changed(
    { ...split, [`${french}/enable.mdx`]: undefined },
    { 'move/assess#gather-data': { movedTo: 'move/enable#gather-data' } },
  )
  expect(pageAt('/fr-fr/move/assess/')?.movedAnchors).toEqual([
    { id: 'gather-data', to: '/fr-fr/move/enable/', title: 'Gather data', lang: 'en' },
  ])
})

test('a page merged into another needs no records for anchors that move with it', async () => {
  const { redirects } = await changed(
    {
      ...renamed,
      [`${folder}/enable.mdx`]: page('Enable', '## Assess', steps(['turn-on', 'Turn it on'])),
    },
    {
      'move/assess': { movedTo: 'move/enable#assess' },
      'move/assess#what-to-bring': { movedTo: 'move/enable#assess' },
      'move/assess#gather-data': { movedTo: 'move/enable#assess' },
      'move/assess#review-network': { movedTo: 'move/enable#turn-on' },
      'move/assess#what-next': { movedTo: 'move/enable#assess' },
    },
  )
  expect(redirects[0]).toEqual({
    locale: 'en',
    from: '/en/move/assess/',
    to: '/en/move/enable/#assess',
    anchors: [{ id: 'review-network', to: '/en/move/enable/#turn-on', title: 'Turn it on' }],
  })
})

test('what moved twice leads to its current address', async () => {
  const { told, redirects } = await changed(
    renamed,
    {
      'move/assess': { movedTo: 'move/enable#turn-on' },
      'move/enable#turn-on': { movedTo: 'move/evaluate#gather-data' },
      'move/assess#what-to-bring': { movedTo: 'move/evaluate#what-to-bring' },
      'move/assess#assess': { movedTo: 'move/evaluate' },
      'move/assess#gather-data': { removed: 'Nobody needs it' },
      'move/assess#review-network': { removed: 'Nobody needs it' },
      'move/assess#what-next': { movedTo: 'move#what-next' },
    },
    order,
  )
  // The step is there: its own record is not followed, and is wrong.
  expect(told.map(({ ruleId }) => ruleId)).toEqual(['permalink-taken'])
  expect(redirects[0]).toMatchObject({
    from: '/en/move/assess/',
    to: '/en/move/enable/#turn-on',
    anchors: [
      { id: 'assess', to: '/en/move/evaluate/' },
      { id: 'what-next', to: '/en/move/#what-next' },
      { id: 'what-to-bring', to: '/en/move/evaluate/#what-to-bring' },
    ],
  })
})

test('a retired page is not a problem; what moved elsewhere from it is still reached', async () => {
  const { told, redirects, removed } = await changed(
    {
      ...split,
      [`${folder}/assess.mdx`]: undefined,
      [`${french}/assess.mdx`]: undefined,
    },
    {
      'move/assess': { removed: 'All of it is done by FastTrack now' },
      'move/assess#gather-data': { movedTo: 'move/enable#gather-data' },
    },
    ['index', 'enable'],
  )
  expect(told).toEqual([])
  // Nobody is sent to a page that is not what they came for.
  expect(redirects).toEqual([])
  expect(removed[0]).toMatchObject({
    path: '/en/move/assess/',
    anchors: [{ id: 'gather-data', to: '/en/move/enable/#gather-data', title: 'Gather data' }],
  })
})

test('a move to an id that never existed names the nearest one and the command', async () => {
  const { told } = await changed(split, {
    'move/assess#gather-data': { movedTo: 'move/enable#gather-dta' },
  })
  expect(told).toMatchObject([
    {
      ruleId: 'permalink-target-missing',
      reason: expect.stringContaining('Did you mean `move/enable#gather-data`?') as string,
      note: expect.stringContaining(
        'links move move/assess#gather-data move/enable#gather-data',
      ) as string,
    },
  ])
})

test('circular moves are rejected at each entry', async () => {
  const { told } = await changed(
    {
      [`${folder}/assess.mdx`]: page('Assess', steps(['gather-data', 'Gather data'])),
    },
    {
      'move/assess#what-next': { movedTo: 'move/assess#what-to-bring' },
      'move/assess#what-to-bring': { movedTo: 'move/assess#what-next' },
      'move/assess#review-network': { removed: 'Done for you' },
    },
  )
  expect(told.map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual([
    'permalink-loop 9',
    'permalink-loop 10',
  ])
})

test('a new page at an address that moved is rejected, because old links would reach the wrong page', async () => {
  const { told, redirects } = await changed(
    {},
    { 'move/assess': { movedTo: 'move/enable' }, 'move/enable': { removed: 'By mistake' } },
  )
  expect(told).toMatchObject([{ ruleId: 'permalink-taken', line: 5 }])
  expect(redirects).toEqual([])
})

test('an old anchor that a server redirect carries along leads on from the new page', async () => {
  const { pageAt } = await changed(
    {
      ...renamed,
      [`${folder}/evaluate.mdx`]: guides[`${folder}/assess.mdx`]
        .replace('## What to bring', '## Ready')
        .replace(/^1\. .*\n/m, ''),
      [`${french}/evaluate.mdx`]: guides[`${french}/assess.mdx`].replace(/^1\. .*\n/m, ''),
      [`${folder}/enable.mdx`]: page(
        'Enable',
        steps(['turn-on', 'Turn it on'], ['gather-data', 'Gather data']),
        '## What next',
      ),
    },
    {
      'move/assess': { movedTo: 'move/evaluate' },
      'move/assess#what-to-bring': { movedTo: 'move/evaluate#ready' },
      'move/assess#gather-data': { movedTo: 'move/enable#gather-data' },
    },
    order,
  )
  expect(pageAt('/fr-fr/move/evaluate/')?.aliases).toEqual([{ id: 'what-to-bring', to: 'ready' }])
  expect(pageAt('/fr-fr/move/evaluate/')?.movedAnchors).toMatchObject([
    // The translation has no such step yet: its source lends it.
    { id: 'gather-data', to: '/fr-fr/move/enable/#gather-data', lang: 'en' },
  ])
})

test('a link in a guide may name an old anchor', async () => {
  const { problems } = await changed(
    {
      [`${folder}/assess.mdx`]: guides[`${folder}/assess.mdx`].replace('What to bring', 'Ready'),
      [`${folder}/index.mdx`]: page('Move', '## What next', '[Go](./assess.mdx#what-to-bring).'),
    },
    { 'move/assess#what-to-bring': { movedTo: 'move/assess#ready' } },
  )
  expect(problems.map(({ ruleId }) => ruleId)).toEqual(['permalink-new'])
})
