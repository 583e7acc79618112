/** A guide with procedures in English, half of it in French too, for tests of its process. */
import { type Tree, readGuideTree } from '../support/tree.ts'

export const labels = (words: Record<string, string>) =>
  JSON.stringify(
    Object.fromEntries(Object.entries(words).map(([key, word]) => [`move.${key}`, word])),
  )
export const strings = {
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
export const names = {
  phases: ['assess', { id: 'enable', optional: true }],
  parties: ['customer', 'fasttrack'],
  services: ['teams'],
}
export const toc = ['index', 'assess', 'enable']

export const page = (title: string, content: string, facts = '') =>
  `---\ntitle: ${title}\ndescription: About it\n${facts}---\n\n${content}\n`

export const english = {
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
export const frenchSteps = [
  ':::procedure',
  '1. **Recueillez les données.** Vous lancez les outils.',
  '2. **Examinez le réseau.**',
  '   1. Les ports.',
  '',
  '   > Fait.',
  ':::',
].join('\n')
export const french = {
  'content/docs/fr-FR/move/index.mdx': page('Passer', 'Mots'),
  'content/docs/fr-FR/move/assess.mdx': page('Évaluation', frenchSteps),
}

export const read = (tree: Tree, given: object = names) =>
  readGuideTree({ ...strings, ...english, ...french, ...tree }, toc, given)

export const processIn = ({ site }: Awaited<ReturnType<typeof read>>, locale: string) =>
  site.contents.find((content) => content.locale === locale)?.process
