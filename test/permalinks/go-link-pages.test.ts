/** Links that are the same in all languages: which there are, and where each leads. */
import { expect, test } from 'vitest'
import { changed, folder, french, guides, page, steps } from './published-guides.ts'

/** The pages under `/go/` by their ids. */
async function changedLinks(...args: Parameters<typeof changed>) {
  const { goLinkPages, problems } = await changed(...args)
  return { problems, at: (id: string) => goLinkPages.find((item) => item.id === id), goLinkPages }
}

test('a page and a step have a link each, and so have the pages that are made of steps', async () => {
  const { goLinkPages } = await changedLinks({})
  expect(goLinkPages.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
    'page move',
    'page move/assess',
    'page move/checklist/customer',
    'page move/enable',
    'step move/gather-data',
    'page move/print',
    'step move/review-network',
    'step move/turn-on',
  ])
})

test('a step is named in each language with its number, its page and what that belongs to', async () => {
  const { at } = await changedLinks({})
  expect(at('move/review-network')?.place.targets).toEqual([
    {
      locale: 'en',
      path: '/en/move/assess/#review-network',
      title: 'Review the network',
      number: 2,
      page: 'Assess',
      above: ['Move'],
    },
    {
      locale: 'fr-FR',
      path: '/fr-fr/move/assess/#review-network',
      title: 'Examinez',
      number: 2,
      page: 'Évaluation',
      above: ['Passer'],
    },
  ])
})

test('a step that a translation lacks is named in the language of its source, and says so', async () => {
  const text = guides[`${french}/assess.mdx`].replace('2. **Examinez.** Oui.\n', '')
  const { at } = await changedLinks({ [`${french}/assess.mdx`]: text })
  expect(at('move/review-network')?.place.targets[1]).toEqual({
    locale: 'fr-FR',
    path: '/fr-fr/move/assess/#review-network',
    title: 'Review the network',
    lang: 'en',
    number: 2,
    page: 'Évaluation',
    above: ['Passer'],
  })
})

test('a heading is an anchor of its page’s link, in the words of each language', async () => {
  const { at } = await changedLinks({})
  const heading = at('move/assess')?.parts.find(({ anchors }) => anchors[0] === 'what-to-bring')
  expect(heading?.targets.map(({ title }) => title)).toEqual([
    'What to bring',
    'Ce qu’il faut apporter',
  ])
})

test('only languages that have the place are offered', async () => {
  const { at } = await changedLinks({ [`${french}/enable.mdx`]: undefined })
  expect(at('move/turn-on')?.place.targets.map(({ locale }) => locale)).toEqual(['en'])
})

test('links to what moved or has another id lead to where it is', async () => {
  const { at } = await changedLinks(
    {
      [`${folder}/assess.mdx`]: undefined,
      [`${french}/assess.mdx`]: undefined,
      [`${folder}/evaluate.mdx`]: guides[`${folder}/assess.mdx`]
        .replace('What to bring', 'Ready')
        .replace('#gather-data', '#collect-data'),
      [`${french}/evaluate.mdx`]: guides[`${french}/assess.mdx`],
    },
    {
      'move/assess': { movedTo: 'move/evaluate' },
      'move/assess#what-to-bring': { movedTo: 'move/evaluate#ready' },
      'move/assess#gather-data': { movedTo: 'move/evaluate#collect-data' },
    },
    ['index', 'evaluate', 'enable'],
  )
  const paths = (place: { targets: readonly { path: string }[] } | undefined) =>
    place?.targets.map(({ path }) => path)
  expect(paths(at('move/assess')?.place)).toEqual(['/en/move/evaluate/', '/fr-fr/move/evaluate/'])
  const part = at('move/assess')?.parts.find(({ anchors }) => anchors.includes('what-to-bring'))
  expect(paths(part)).toEqual(['/en/move/evaluate/#ready', '/fr-fr/move/evaluate/#ready'])
  expect(paths(at('move/gather-data')?.place)).toEqual(paths(at('move/collect-data')?.place))
  expect(at('move/gather-data')?.isOld).toBe(true)
  // The step that has only another page has one link, today’s.
  expect(at('move/review-network')?.isOld).toBe(false)
})

test('a step with the name of a page has no link of its own: the check says so at the step', async () => {
  const { problems } = await changedLinks({
    [`${folder}/enable.mdx`]: page('Enable', steps(['assess', 'Assess it']), '## What next'),
  })
  expect(problems).toContainEqual(
    expect.objectContaining({
      ruleId: 'step-id-page',
      file: `${folder}/enable.mdx`,
      line: 7,
      severity: 'error',
    }),
  )
})
