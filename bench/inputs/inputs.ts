/** What is built, by name; what lies beside the project may be missing. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type GuideSite, generatedGuides } from './guides.ts'
import { type NeutralPage, generatedPages } from './pages.ts'
import { neutralPages } from './real-pages.ts'

export type Content =
  /** For every generator. */
  | { kind: 'pages'; pages: readonly NeutralPage[]; question: string }
  /** The languages of a docfx docset. */
  | { kind: 'folders'; folders: readonly string[] }
  | { kind: 'guides'; site: GuideSite; question: string }
  /** The guides of the project itself. */
  | { kind: 'own' }

const docsets = join(import.meta.dirname, '../../../shared/docsets')
const fasttrack = ['fr-fr', 'en-us'].map((locale) => join(docsets, 'fasttrack-2020-07', locale))
const nuget = ['fr-fr', 'en-us'].map((locale) => join(docsets, 'nuget-2021-07', locale))

interface Input {
  /** A folder that it is made of, if it is not made up. */
  needs?: string
  make: () => Promise<Content>
}

export const inputs: Readonly<Record<string, Input>> = {
  '36': {
    needs: fasttrack[0]!,
    async make() {
      const pages = await neutralPages(join(fasttrack[0]!, 'fasttrack'))
      return { kind: 'pages', pages, question: 'migration' }
    },
  },
  '1001': { make: async () => generated(1) },
  '5001': { make: async () => generated(5) },
  guides: {
    async make() {
      const site = generatedGuides(1000)
      return { kind: 'guides', site, question: questionOf(site.middle.title) }
    },
  },
  own: { make: async () => ({ kind: 'own' }) },
  fasttrack: { needs: fasttrack[0]!, make: async () => ({ kind: 'folders', folders: fasttrack }) },
  nuget: { needs: nuget[0]!, make: async () => ({ kind: 'folders', folders: nuget }) },
}

/** The content, or why there is none. */
export async function contentOf(name: string): Promise<Content | string> {
  const input = inputs[name]
  if (!input) return `There is no input \`${name}\`: ${Object.keys(inputs).join(', ')}.`
  const { needs } = input
  if (needs !== undefined && !existsSync(needs)) return `Skipped: ${name}, there is no ${needs}.`
  return input.make()
}

function generated(zones: number): Content {
  const pages = generatedPages(zones)
  return { kind: 'pages', pages, question: questionOf(pages[1]!.title) }
}

/** A word that few pages have. */
function questionOf(title: string): string {
  return title.split(' ').toSorted((a, b) => b.length - a.length)[0]!
}
