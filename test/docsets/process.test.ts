/** The steps of a docset, put together of its pages. */
import { expect, test } from 'vitest'
import { readGuideTree } from '../support/tree.ts'
import {
  english,
  french,
  labels,
  names,
  page,
  processIn,
  read,
  strings,
  toc,
} from './guide-with-process.ts'

test('a translation takes ids, parties, phase and service from its source', async () => {
  const result = await read({})
  expect(result.lines).toEqual([])
  expect(processIn(result, 'fr-FR')?.steps).toMatchObject([
    {
      id: 'gather-data',
      number: 1,
      title: 'Recueillez les données',
      parties: ['customer', 'fasttrack'],
      phase: 'assess',
      optional: false,
      path: '/fr-fr/move/assess/',
      page: 'Évaluation',
    },
    { id: 'review-network', number: 2, title: 'Examinez le réseau', parties: ['customer'] },
    // A page that is not translated lends its steps, with their language.
    { id: 'turn-on', lang: 'en', title: 'Turn it on', service: 'teams', optional: true },
  ])
})

test('steps stand by phase, whatever order the pages have', async () => {
  const result = await readGuideTree(
    { ...strings, ...english },
    ['index', 'enable', 'assess'],
    names,
  )
  expect(processIn(result, 'en')?.steps.map(({ id }) => id)).toEqual([
    'gather-data',
    'review-network',
    'turn-on',
  ])
})

test('a phase leads to the page of its name, though another page of the phase comes first', async () => {
  const help = page('Ask for help', 'Words', 'phase: assess\n')
  const result = await readGuideTree(
    { ...strings, ...english, 'content/docs/en/move/ask-for-help.mdx': help },
    ['index', 'ask-for-help', 'assess', 'enable'],
    names,
  )
  expect(processIn(result, 'en')?.phases.map(({ path }) => path)).toEqual([
    '/en/move/assess/',
    '/en/move/enable/',
  ])
})

test('phases, parties and services have labels and pages in each language', async () => {
  const result = await read({})
  expect(processIn(result, 'fr-FR')).toMatchObject({
    phases: [
      { id: 'assess', label: 'Évaluation', optional: false, path: '/fr-fr/move/assess/' },
      { id: 'enable', label: 'Activation', optional: true, path: '/fr-fr/move/enable/' },
    ],
    parties: [
      { id: 'customer', label: 'Client' },
      { id: 'fasttrack', label: 'FastTrack' },
    ],
  })
})

test('a step that changes in one place changes in the process', async () => {
  const path = 'content/docs/en/move/assess.mdx'
  const result = await read({
    [path]: english[path].replace('#review-network by=customer', '#review-network by=fasttrack'),
  })
  for (const locale of ['en', 'fr-FR']) {
    const step = processIn(result, locale)?.steps.find(({ id }) => id === 'review-network')
    expect(step?.parties).toEqual(['fasttrack'])
  }
})

test.each([
  [
    'another party',
    ['2. **Examinez', '2. :step{by=fasttrack} **Examinez'],
    'Step differs from the source at content/docs/en/move/assess.mdx:9:4: parties `fasttrack` here, `customer` there. Delete it here.',
  ],
  [
    'another id',
    ['2. **Examinez', '2. :step{#examen} **Examinez'],
    'Step differs from the source at content/docs/en/move/assess.mdx:9:4: id `examen` here, `review-network` there. Delete it here.',
  ],
  [
    'another phase',
    ['2. **Examinez', '2. :step{phase=enable} **Examinez'],
    'Step differs from the source at content/docs/en/move/assess.mdx:9:4: phase `enable` here, `assess` there. Delete it here.',
  ],
  [
    'another service',
    ['2. **Examinez', '2. :step{service=teams} **Examinez'],
    'Step differs from the source at content/docs/en/move/assess.mdx:9:4: service `teams` here, none there. Delete it here.',
  ],
  [
    'a step more',
    ['   > Fait.\n', '   > Fait.\n3. **Encore.**\n'],
    'Procedure has 3 steps, its source at content/docs/en/move/assess.mdx:7:1 has 2. Delete what the source does not have, or add it there.',
  ],
  [
    'steps in another order',
    [
      '1. **Recueillez les données.** Vous lancez les outils.\n2. **Examinez',
      '1. :step{#review-network} **Examinez le réseau.**\n2. :step{#gather-data} **Recueillez',
    ],
    'Step differs from the source at content/docs/en/move/assess.mdx:8:4: id `review-network` here, `gather-data` there. Delete it here.',
  ],
])('%s in a translation is an error that names both places', async (_, [from, to], reason) => {
  const path = 'content/docs/fr-FR/move/assess.mdx'
  const { problems } = await read({ [path]: french[path].replace(from ?? '', to ?? '') })
  const [first] = problems
  expect(first).toMatchObject({ file: path, severity: 'error', reason })
  expect(first?.line).toBeGreaterThan(5)
})

test.each([
  [
    'sub-step',
    ['   1. Les ports.\n', ''],
    'A sub-step of `review-network` at content/docs/en/move/assess.mdx:10:4 is not translated yet. Readers get it in the language of the source.',
  ],
  [
    'result',
    ['   > Fait.', '   Fait.'],
    'The result of `review-network` at content/docs/en/move/assess.mdx:12:4 is not translated yet. Readers get it in the language of the source.',
  ],
])('a %s that a translation lacks is a warning', async (_, [from, to], reason) => {
  const path = 'content/docs/fr-FR/move/assess.mdx'
  const { problems } = await read({ [path]: french[path].replace(from ?? '', to ?? '') })
  expect(problems).toMatchObject([{ file: path, severity: 'warning', reason }])
})

test('a step that a translation lacks is in the process, in the language of its source', async () => {
  const path = 'content/docs/fr-FR/move/assess.mdx'
  const lines = french[path].split('\n').filter((line) => !line.startsWith('1. **'))
  const result = await read({ [path]: lines.join('\n') })
  const steps = processIn(result, 'fr-FR')?.steps.filter(({ path }) => path.endsWith('/assess/'))
  expect(steps).toMatchObject([
    { id: 'gather-data', number: 1, lang: 'en', path: '/fr-fr/move/assess/' },
    { id: 'review-network', number: 2, path: '/fr-fr/move/assess/' },
  ])
  expect(result.problems).toMatchObject([
    { file: path, ruleId: 'step-missing', severity: 'warning' },
  ])
})

test('steps of a page that a language lacks lead to the page that has them', async () => {
  const { 'content/docs/fr-FR/move/assess.mdx': _, ...rest } = { ...english, ...french }
  const result = await readGuideTree({ ...strings, ...rest }, toc, names)
  const [step] = processIn(result, 'fr-FR')?.steps ?? []
  expect(step).toMatchObject({ lang: 'en', pathLang: 'en', path: '/en/move/assess/' })
  expect(result.problems).toEqual([])
})

test('a mark that says the same as the source is fine', async () => {
  const path = 'content/docs/fr-FR/move/assess.mdx'
  const { lines } = await read({
    [path]: french[path].replace('2. **', '2. :step{#review-network by=customer} **'),
  })
  expect(lines).toEqual([])
})

test('tasks of the home page lead to pages and anchors that exist', async () => {
  const tasks = [
    { id: 'look', to: 'assess#gather-data' },
    { id: 'tick', to: 'checklist/customer' },
    { id: 'lost', to: 'asess' },
    { id: 'far', to: 'assess#gather-date' },
  ]
  const words = { 'task.look': 'Look', 'task.tick': 'Tick', 'task.lost': 'Lost', 'task.far': 'Far' }
  const { site, problems } = await readGuideTree(
    {
      ...english,
      'content/ui/en.json': JSON.stringify({
        ...(JSON.parse(strings['content/ui/en.json']) as object),
        ...(JSON.parse(labels(words)) as object),
      }),
    },
    toc,
    { ...names, tasks },
  )
  expect(site.contents[0]?.tasks?.slice(0, 2)).toEqual([
    { label: 'Look', path: '/en/move/assess/#gather-data' },
    { label: 'Tick', path: '/en/move/checklist/customer/' },
  ])
  const messages = problems.filter(({ ruleId }) => ruleId.startsWith('task-'))
  expect(messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`)).toEqual([
    'task-anchor-missing: A task leads to `assess#gather-date`, but that page has no such anchor. Did you mean `#gather-data`?',
    'task-page-missing: A task leads to `asess`, which is no page of the docset, `checklist/<party>` or `print`. Did you mean `assess`?',
  ])
})
