import { VFile } from 'vfile'
import rehypeStringify from 'rehype-stringify'
import { docfxFragmentProcessors, docfxProcessor } from '#plugins/docfx/index.ts'
import { guideProcessor } from '#plugins/guide/index.ts'
import { describeFixtures } from '../support/fixtures.ts'
import { knownBeside } from '../support/known-blocks.ts'

/** What a site says in French. */
const words = {
  'state.untranslated': 'pas encore traduit',
  'state.changed': 'L’original a changé',
  'state.changed.now': 'L’original dit :',
  'state.removed': 'supprimé :',
  'state.added': 'ajouté :',
}

function processorOf({ path, extname }: VFile) {
  const known = knownBeside(path)
  const options = {
    titleOf: (kind: string) => kind.toUpperCase(),
    sourceHeadings: async () => undefined,
    resolveLink: (url: string) => ({ target: { href: url } }),
    resolveImage: (url: string) => ({ src: url }),
    blocksOf: () => known.ofFile(path),
    changeOf: known.changeOf,
    stateText: (key: keyof typeof words) => words[key],
    languageOf: () => 'fr-FR',
  }
  if (extname === '.md') {
    const fragments = docfxFragmentProcessors(options).blocks
    return docfxProcessor({
      ...options,
      pathOf: () => 'input.md',
      readCode: async () => undefined,
      findUid: async () => undefined,
      async readInclude(name) {
        const file = new VFile({ path: name, value: `Words of ${name}.\n` })
        const tree = fragments.parse(file)
        return { path: name, tree, name, length: 0, messages: [] }
      },
    })
  }
  return guideProcessor({
    ...options,
    components: new Set(),
    vocabulary: () => ({
      phases: new Map([['assess', 'Évaluation']]),
      parties: new Map([['customer', 'Client']]),
      services: new Map(),
      options: new Map(),
    }),
    footnoteText: () => undefined,
    pageProcess: () => ({ phase: 'assess' }),
    procedureText: (key) => key,
    matrixText: (key) => key,
    frameText: (key) => key,
    sourceProcedures: async () => undefined,
    sourceMatrices: async () => undefined,
  })()
    .use(rehypeStringify)
    .freeze()
}

describeFixtures('blocks', processorOf, 'a translated page')
