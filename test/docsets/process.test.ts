import { expect, test } from 'vitest'
import { type Tree, readGuideTree } from '../support/tree.ts'

const labels = (words: Record<string, string>) =>
  JSON.stringify(
    Object.fromEntries(Object.entries(words).map(([key, word]) => [`move.${key}`, word])),
  )
const strings = {
  'content/ui/en.json': labels({
    'phase.assess': 'Assess',
    'phase.enable': 'Enable',
    'party.customer': 'Customer',
    'party.fasttrack': 'FastTrack',
    'service.teams': 'Teams',
  }),
  'content/ui/fr-FR.json': labels({
    'phase.assess': 'Évaluation',
    'phase.enable': 'Activation',
    'party.customer': 'Client',
    'party.fasttrack': 'FastTrack',
    'service.teams': 'Teams',
  }),
}
const names = {
  phases: ['assess', { id: 'enable', optional: true }],
  parties: ['customer', 'fasttrack'],
  services: ['teams'],
}
const toc = ['index', 'assess', 'enable']

const page = (title: string, content: string, facts = '') =>
  `---\ntitle: ${title}\ndescription: About it\n${facts}---\n\n${content}\n`

const english = {
  'content/docs/en/move/index.mdx': page('Move', 'Words'),
  'content/docs/en/move/enable.mdx': page(
    'Enable',
    ':::procedure{by="customer fasttrack"}\n1. :step{#turn-on service=teams optional} **Turn it on.** Now.\n:::',
    'phase: enable\n',
  ),
  'content/docs/en/move/assess.mdx': page(
    'Assess',
    [
      ':::procedure{by="customer fasttrack"}',
      '1. :step{#gather-data} **Gather data.** You run the tools.',
      '2. :step{#review-network by=customer} **Review the network.**',
      '   1. Ports.',
      '',
      '   > Done.',
      ':::',
    ].join('\n'),
    'phase: assess\n',
  ),
}
const frenchSteps = [
  ':::procedure',
  '1. **Recueillez les données.** Vous lancez les outils.',
  '2. **Examinez le réseau.**',
  '   1. Les ports.',
  '',
  '   > Fait.',
  ':::',
].join('\n')
const french = {
  'content/docs/fr-FR/move/index.mdx': page('Passer', 'Mots'),
  'content/docs/fr-FR/move/assess.mdx': page('Évaluation', frenchSteps),
}

const read = (tree: Tree, given: object = names) =>
  readGuideTree({ ...strings, ...english, ...french, ...tree }, toc, given)

const processIn = ({ site }: Awaited<ReturnType<typeof read>>, locale: string) =>
  site.contents.find((one) => one.locale === locale)?.process

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
    'Unexpected parties `fasttrack`, expected `customer` as in the source at content/docs/en/move/assess.mdx:9:4',
  ],
  [
    'another id',
    ['2. **Examinez', '2. :step{#examen} **Examinez'],
    'Unexpected step id `examen`, expected `review-network` as in the source at content/docs/en/move/assess.mdx:9:4',
  ],
  [
    'another phase',
    ['2. **Examinez', '2. :step{phase=enable} **Examinez'],
    'Unexpected phase `enable`, expected `assess` as in the source at content/docs/en/move/assess.mdx:9:4',
  ],
  [
    'another service',
    ['2. **Examinez', '2. :step{service=teams} **Examinez'],
    'Unexpected service `teams`, expected none as in the source at content/docs/en/move/assess.mdx:9:4',
  ],
  [
    'no sub-step',
    ['   1. Les ports.\n', ''],
    'Unexpected number of sub-steps (0), expected 1 as in the source at content/docs/en/move/assess.mdx:9:4',
  ],
  [
    'no result',
    ['   > Fait.', '   Fait.'],
    'Unexpected step without a result, expected one as in the source at content/docs/en/move/assess.mdx:9:4',
  ],
  [
    'a step more',
    ['   > Fait.\n', '   > Fait.\n3. **Encore.**\n'],
    'Unexpected number of steps (3), expected 2 as in the source at content/docs/en/move/assess.mdx:7:1',
  ],
  [
    'steps in another order',
    [
      '1. **Recueillez les données.** Vous lancez les outils.\n2. **Examinez',
      '1. :step{#review-network} **Examinez le réseau.**\n2. :step{#gather-data} **Recueillez',
    ],
    'Unexpected step id `review-network`, expected `gather-data` as in the source at content/docs/en/move/assess.mdx:8:4',
  ],
])('%s in a translation is an error that names both places', async (_, [from, to], reason) => {
  const path = 'content/docs/fr-FR/move/assess.mdx'
  const { problems } = await read({ [path]: french[path].replace(from ?? '', to ?? '') })
  const [first] = problems
  expect(first).toMatchObject({ file: path, severity: 'error', reason })
  expect(first?.line).toBeGreaterThan(5)
})

test('a mark that says the same as the source is fine', async () => {
  const path = 'content/docs/fr-FR/move/assess.mdx'
  const { lines } = await read({
    [path]: french[path].replace('2. **', '2. :step{#review-network by=customer} **'),
  })
  expect(lines).toEqual([])
})

test('a procedure less in a translation is an error that names both places', async () => {
  const path = 'content/docs/fr-FR/move/assess.mdx'
  const { problems } = await read({ [path]: page('Évaluation', 'Rien') })
  expect(problems).toMatchObject([
    {
      file: path,
      ruleId: 'procedure-count',
      reason:
        'Unexpected number of procedures (0), expected 1 as in the source page content/docs/en/move/assess.mdx:7:1',
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
        'Unexpected `phase: enable`, expected `phase: assess` as in the source at content/docs/en/move/assess.mdx:4:1',
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
        'Unexpected second step `gather-data` in the docset, expected an id that no other step has; content/docs/en/move/assess.mdx:8:4 has it',
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
        'Unexpected parties in charge `fasttrack`, expected `customer` as in the source at content/docs/en/move/index.mdx:6:1',
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
        'Unexpected name `partner` without a label, expected `move.party.partner` in content/ui/en.json and content/ui/fr-FR.json',
    },
  ])
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
  const found = problems.filter(({ ruleId }) => ruleId.startsWith('task-'))
  expect(found.map(({ ruleId, reason }) => `${ruleId}: ${reason}`)).toEqual([
    'task-anchor-missing: Unexpected task that leads to `assess#gather-date`, expected an anchor of that page; did you mean `#gather-data`?',
    'task-page-missing: Unexpected task that leads to `asess`, expected a page of the docset, `checklist/<party>` or `print`; did you mean `assess`?',
  ])
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
