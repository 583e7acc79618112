/** Options of the guide dialect for tests that have no site. */
import type { GuideOptions } from '#plugins/guide/index.ts'

/** The guide dialect with addresses left as typed and names of its own. */
export const guideOptions: GuideOptions = {
  titleOf: (kind) => kind,
  footnoteText: () => undefined,
  sourceHeadings: async () => undefined,
  resolveLink: (url) => ({ target: { href: url } }),
  resolveImage: (url) => ({ src: url }),
  ownIds: /^_main$/,
  components: new Set(['PhaseDiagram', 'ResponsibilityMatrix']),
  vocabulary: () => ({
    phases: new Map([
      ['assess', 'Assess'],
      ['enable', 'Enable'],
    ]),
    parties: new Map([
      ['customer', 'Customer'],
      ['fasttrack', 'FastTrack'],
    ]),
    services: new Map([['teams', 'Microsoft Teams']]),
    options: new Map([['federated', 'Federated']]),
  }),
  pageProcess: () => ({ phase: 'assess' }),
  procedureText: (key) => key,
  matrixText: (key) => key,
  frameText: (key) => key,
  sourceProcedures: async () => undefined,
  sourceMatrices: async () => undefined,
}
