/** A site of guides in which everything that an author or translator writes is an attack. */
import en from '#src/i18n/strings/en.json' with { type: 'json' }
import { serializeLedger } from '#src/permalinks/ledger.ts'
import { type Tree, png } from '../support/tree.ts'
import { besideFiles, besidePages } from './beside.ts'
import { type Vector, after, armed, before } from './vector.ts'

const languages = { en: 'content/docs/en/a', 'fr-FR': 'content/docs/fr-FR/a' } as const

/**
 * The project’s `content/` by path, for these vectors.
 *
 * @param exchanged - Bodies of a page by language, the translation as an import wrote it.
 */
export function guideSite(
  vectors: readonly Vector[],
  exchanged: Readonly<Record<string, string>> = {},
): Tree {
  const of = (...places: readonly Vector['into'][]) =>
    vectors.filter(({ into }) => places.includes(into))
  const bodies = of('body', 'mdx').map((vector) => ({ slug: vector.id, vector }))
  const texts = of('text').map((vector) => ({ slug: vector.id, vector }))
  const text = cycle(of('text').map(armed))
  const beside = besidePages(vectors)
  const slugs = [...bodies, ...texts].map(({ slug }) => slug)
  const pages = Object.entries(languages).flatMap(([tag, folder]) => {
    const word = tag === 'en' ? 'Page' : 'Feuille'
    return [
      [`${folder}/index.mdx`, front('Start', text()) + start],
      [`${folder}/steps.mdx`, front('Steps', text()) + steps(of('text').map(armed))],
      ...bodies.map(({ slug, vector }) => [
        `${folder}/${slug}.mdx`,
        `${front(word, 'About it')}${before(vector)}\n\n${armed(vector)}\n\n${after(vector)}\n`,
      ]),
      ...texts.map(({ slug, vector }, index) => [
        `${folder}/${slug}.mdx`,
        // The same title in both languages, or another one.
        `${front((index % 2 ? `${word} ` : '') + armed(vector), armed(vector))}## ${typed(armed(vector))}\n\n${before(vector)} ${after(vector)}\n`,
      ]),
      ...Object.entries(beside).map(([name, body]) => [
        `${folder}/${name}.mdx`,
        `${front(name, 'About it')}${body}\n`,
      ]),
      ...Object.entries(besideFiles(vectors)).map(([path, content]) => [
        `${folder}/${path}`,
        content,
      ]),
      ...(exchanged[tag] === undefined ? [] : [[`${folder}/exchange.mdx`, exchanged[tag]]]),
      ...(tag === 'en' ? [[`${folder}/untranslated.mdx`, front('Only here', text()) + start]] : []),
      [`${folder}/x.png`, png],
    ]
  })
  const toc = ['index', 'steps', 'untranslated', ...Object.keys(beside), ...slugs]
  if (exchanged['en'] !== undefined) toc.push('exchange')
  return {
    ...(Object.fromEntries(pages) as Tree),
    'content/site.config.ts': `export default ${JSON.stringify(config(toc, text), null, 2)}\n`,
    'content/ui/en.json': JSON.stringify(strings(text)),
    'content/ui/fr-FR.json': JSON.stringify(strings(text)),
    'content/permalinks.json': ledger(of('text').map(armed)),
  }
}

const front = (title: string, description: string) =>
  `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\nphase: p1\nupdated: 2026-01-02\n__proto__:\n  polluted: yes\n---\n\n`

const start =
  '## What next\n\n<PhaseDiagram />\n\n::matrix\n\n:::copy[a]\n| a |\n| - |\n| =1 |\n:::\n'

/** As words of a guide, so that nothing of it is read as markup. */
function typed(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#+|!&~:"-]/g, '\\$&').replaceAll('\n', ' ')
}

function steps(texts: readonly string[]): string {
  const items = texts.map(
    (text, index) => `${index + 1}. :step{#s${index}} **${typed(text)}.** Now.`,
  )
  return `:::procedure{by="p1 p2" service=s1}\n${items.join('\n')}\n:::\n`
}

function config(toc: readonly string[], text: () => string) {
  return {
    url: 'https://x.example',
    repository: 'https://x.example/{path}"onmouseover="__attack(0)',
    version: 1,
    locales: ['en', 'fr-FR'],
    title: { en: text(), 'fr-FR': text() },
    downloads: ['a/tools/**', 'docs/tools/**'],
    docsets: [
      {
        id: 'a',
        source: 'en',
        toc,
        phases: ['p1', { id: 'p2', optional: true }],
        alongside: ['al'],
        parties: ['p1', 'p2'],
        services: ['s1'],
        tasks: [{ id: 't', to: 'index#what-next' }],
      },
    ],
  }
}

/** Every string of the interface and every label, with its places for values. */
function strings(text: () => string): Record<string, string> {
  const labels = [
    'phase.p1',
    'phase.p2',
    'alongside.al',
    'party.p1',
    'party.p2',
    'service.s1',
    'task.t',
  ]
  const places = (title: string) =>
    [...title.matchAll(/\{\w+\}/g)].map(([place]) => place).join(' ')
  return Object.fromEntries([
    ...Object.entries(en).map(([key, title]) => [key, `${places(title)} ${text()}`]),
    ...labels.map((label) => [`a.${label}`, text()]),
  ]) as Record<string, string>
}

/** Pages, headings and steps that were retired or moved, with attacks for titles and reasons. */
function ledger(texts: readonly string[]): string {
  return serializeLedger(
    texts.flatMap((words, index) => [
      { id: `a/gone-${index}`, kind: 'page' as const, title: words, removed: words },
      { id: `a/old-${index}`, kind: 'page' as const, title: words, movedTo: 'a/steps' },
      {
        id: `a/steps#gone-${index}`,
        kind: 'heading' as const,
        title: words,
        removed: { en: words },
      },
      {
        id: `a/steps#old-${index}`,
        kind: 'heading' as const,
        title: words,
        movedTo: 'a#what-next',
      },
    ]),
  )
}

/** One after the other, from the start again after the last. */
export function cycle(texts: readonly string[]): () => string {
  let next = 0
  return () => texts[next++ % texts.length] ?? ''
}
