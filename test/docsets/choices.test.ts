/** Services and choices of a guide, as the configuration and the source page name them. */
import { expect, test } from 'vitest'
import { indexSources } from '#src/search/entries.ts'
import { labels, names, page, processIn, read } from './guide-with-process.ts'

const chosen = {
  ...names,
  services: ['teams', { id: 'skype', retired: true }, { id: 'core', required: true }],
  choices: [{ id: 'sign-in', options: ['synchronized', 'federated'] }],
}
const words = (language: string) => ({
  [`content/ui/${language}.json`]: labels({
    'phase.assess': 'Assess',
    'phase.enable': 'Enable',
    'party.customer': 'Customer',
    'party.fasttrack': 'FastTrack',
    'service.teams': 'Teams',
    'service.skype': 'Skype',
    'service.core': 'Core',
    'choice.sign-in': 'Sign-in',
    'option.synchronized': 'Synchronized',
    'option.federated': 'Federated',
  }),
})
const enable = page(
  'Enable',
  [
    ':::procedure{by=customer option=federated}',
    '1. :step{#install-farm} **Install the farm.**',
    '2. :step{#retire-skype service=skype option=synchronized} **Retire Skype.**',
    ':::',
  ].join('\n'),
  'phase: enable\nservice: teams\n',
)
const tree = { ...words('en'), ...words('fr-FR'), 'content/docs/en/move/enable.mdx': enable }

test('a procedure says which option its steps belong to, in every language', async () => {
  const result = await read(tree, chosen)
  expect(result.lines).toEqual([])
  for (const locale of ['en', 'fr-FR']) {
    expect(processIn(result, locale)).toMatchObject({
      services: [
        { id: 'teams' },
        { id: 'skype', isRetired: true },
        { id: 'core', isRequired: true },
      ],
      choices: [
        { id: 'sign-in', label: 'Sign-in', options: [{ id: 'synchronized' }, { id: 'federated' }] },
      ],
    })
    const steps = processIn(result, locale)?.steps.filter(({ id }) => id !== 'gather-data')
    expect(steps?.map(({ id, option }) => [id, option])).toEqual([
      ['review-network', undefined],
      ['install-farm', 'federated'],
      ['retire-skype', 'synchronized'],
    ])
  }
})

test('a label that an option lacks is an error at the configuration', async () => {
  const { problems } = await read(
    { ...tree, 'content/ui/en.json': labels({ 'phase.assess': 'Assess' }) },
    chosen,
  )
  expect(problems.map(({ reason }) => reason)).toContain(
    '`federated` has no label. Add `move.option.federated` to content/ui/en.json.',
  )
})

test('steps of a retired service come last in search', async () => {
  const { site } = await read(tree, chosen)
  const order = indexSources(site).get('en')?.order
  expect(order?.isLast('/en/move/enable/#retire-skype')).toBe(true)
  expect(order?.isLast('/en/move/enable/#install-farm')).toBe(false)
  expect(order?.isLast('/en/move/enable/')).toBe(false)
})

test('a page about a retired service comes last in search', async () => {
  const { site } = await read(
    {
      ...tree,
      'content/docs/en/move/enable.mdx': enable.replace('service: teams', 'service: skype'),
    },
    chosen,
  )
  expect(indexSources(site).get('en')?.order.isLast('/en/move/enable/')).toBe(true)
})
