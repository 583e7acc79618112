/** Guides in Passerelle’s own dialect, as large as the other pages: docsets of fifty with phases, parties and steps. */
import { type Random, randomOf } from '../../test/support/random.ts'
import { paragraphOf } from './pages.ts'
import { type Prose, proseOf } from './words.ts'

export interface GuideSite {
  /** Files by their path below `content/`. */
  files: ReadonlyMap<string, string>
  /** The guide that is edited and looked at. */
  middle: { path: string; address: string; title: string }
  pages: number
}

const perDocset = 50
const phases = ['assess', 'prepare', 'move', 'close']
const parties = ['customer', 'partner']

/** @param count - A multiple of fifty. */
export function generatedGuides(count: number, seed = 1): GuideSite {
  const random = randomOf(seed)
  const prose = proseOf(random)
  const files = new Map<string, string>()
  const docsets = Array.from({ length: count / perDocset }, (_, index) => `guide-${index + 1}`)
  let middle = { path: '', address: '', title: '' }
  for (const docset of docsets) {
    for (let page = 0; page < perDocset; page++) {
      prose.turn()
      const [slug, title] = [slugOf(page), prose.phrase(4)]
      const path = `docs/fr-FR/${docset}/${slug}.mdx`
      files.set(path, guideText(page, title, random, prose))
      if (page === perDocset / 2) middle = { path, address: `fr-fr/${docset}/${slug}/`, title }
    }
  }
  files.set('site.config.ts', configOf(docsets))
  files.set('ui/fr-FR.json', JSON.stringify(labelsOf(docsets, prose), undefined, 2))
  return { files, middle, pages: count }
}

function slugOf(page: number): string {
  return page === 0 ? 'index' : `page-${page}`
}

function guideText(page: number, title: string, random: Random, prose: Prose) {
  const front = [
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(prose.sentence())}`,
    'updated: 2026-11-22',
    ...(page === 0 ? [] : [`phase: ${phases[Math.floor((page * phases.length) / perDocset)]!}`]),
  ]
  const link = () =>
    `${prose.phrase(2)} [${prose.phrase(2)}](./${slugOf(random.int(perDocset))}.mdx).`
  const parts = [`---\n${front.join('\n')}\n---`, paragraphOf(random, prose)]
  for (let procedure = 0; procedure < 2; procedure++) {
    parts.push(`## ${prose.phrase(3)}`, `${paragraphOf(random, prose)} ${link()}`)
    parts.push(procedureText(`p${page}-${procedure}`, random, prose))
    parts.push(`## ${prose.phrase(3)}`, paragraphOf(random, prose), table(random, prose))
    parts.push(`> [!NOTE]\n> ${prose.sentence()}`, paragraphOf(random, prose))
  }
  return `${parts.join('\n\n')}\n`
}

function procedureText(id: string, random: Random, prose: Prose): string {
  const steps = Array.from({ length: 2 + random.int(4) }, (_, index) => {
    return `${index + 1}. :step{#${id}-${index + 1}} **${prose.phrase(3)}.** ${prose.sentence()}`
  })
  const before = `- ${prose.sentence()}\n- ${prose.sentence()}`
  return `:::procedure{by=${random.pick(parties)}}\n${before}\n\n${steps.join('\n')}\n\n${prose.sentence()}\n:::`
}

function table(random: Random, prose: Prose): string {
  const row = () => `| ${prose.phrase(2)} | ${prose.phrase(6)} |`
  return [row(), '| --- | --- |', ...Array.from({ length: 3 + random.int(4) }, row)].join('\n')
}

function configOf(docsets: readonly string[]): string {
  const pages = Array.from({ length: perDocset - 1 }, (_, index) => slugOf(index + 1))
  const site = {
    url: 'https://bench.example',
    version: 1,
    locales: ['fr-FR'],
    title: { 'fr-FR': 'Bench' },
    docsets: docsets.map((id) => ({
      id,
      source: 'fr-FR',
      phases,
      parties,
      toc: [{ page: 'index', pages }],
    })),
  }
  return `export default ${JSON.stringify(site, undefined, 2)}\n`
}

function labelsOf(docsets: readonly string[], prose: Prose): Record<string, string> {
  const keys = docsets.flatMap((docset) => [
    ...phases.map((phase) => `${docset}.phase.${phase}`),
    ...parties.map((party) => `${docset}.party.${party}`),
  ])
  const own = ['site.tagline', 'site.footer']
  return Object.fromEntries([...own, ...keys].map((key) => [key, prose.phrase(2)]))
}
