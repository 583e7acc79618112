/** Pages that every generator takes: front matter, headings, paragraphs, lists, tables, code, quotes, links. */
import { posix } from 'node:path'
import { type Random, randomOf } from '../../test/support/random.ts'
import { type Prose, proseOf } from './words.ts'

export interface NeutralPage {
  /** `zone-1/reglages/page-007.md`, in the folder of all pages. */
  path: string
  title: string
  description: string
  /** Markdown below the heading of the page; links to other pages are relative and end with `.md`. */
  body: string
}

/** How many pages the sections of a zone have. */
const sections: readonly number[] = [300, 200, 130, 90, 70, 60, 50, 40, 30, 20, 10]

/** A home page and zones of 1,000 pages each, or of sections as large as `sizes` says. */
export function generatedPages(zones: number, sizes = sections, seed = 1): NeutralPage[] {
  const random = randomOf(seed)
  const prose = proseOf(random)
  const paths = Array.from({ length: zones }, (_, zone) => pathsOf(zone + 1, sizes)).flat()
  const makePage = (path: string, near: readonly string[]): NeutralPage => {
    prose.turn()
    const [title, description] = [prose.phrase(3 + random.int(4)), prose.sentence()]
    return { path, title, description, body: bodyOf(path, near, random, prose) }
  }
  const home = makePage('index.md', paths.slice(0, 30))
  return [
    home,
    ...paths.map((path, index) => makePage(path, paths.slice(Math.max(0, index - 20), index + 20))),
  ]
}

function pathsOf(zone: number, sizes: readonly number[]): string[] {
  return sizes.flatMap((size, section) =>
    Array.from({ length: size }, (_, page) => {
      const number = String(page + 1).padStart(3, '0')
      return `zone-${zone}/section-${section + 1}/page-${number}.md`
    }),
  )
}

/** The text of a page’s file. */
export function textOfPage({ title, description, body }: NeutralPage): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n\n# ${title}\n\n${body}`
}

/** Half of all pages have less than six thousand characters; some have a third or three times as much. */
function lengthOf(random: Random): number {
  const spread = (random.int(1000) + random.int(1000) + random.int(1000)) / 1500 - 1
  return 5000 * Math.exp(spread * 1.1)
}

function bodyOf(path: string, near: readonly string[], random: Random, prose: Prose): string {
  const length = lengthOf(random)
  const blocks = [paragraph(path, near, random, prose)]
  let size = blocks[0]!.length
  while (size < length) {
    const part = [
      `${random.once(3) ? '###' : '##'} ${prose.phrase(2 + random.int(4))}`,
      paragraph(path, near, random, prose),
      ...Array.from({ length: 1 + random.int(3) }, () => block(path, near, random, prose)),
    ]
    // Headings go down one level at a time.
    if (blocks.length === 1) part[0] = part[0]!.replace(/^#+/, '##')
    blocks.push(...part)
    size += part.join('').length
  }
  return `${blocks.join('\n\n')}\n`
}

function block(path: string, near: readonly string[], random: Random, prose: Prose): string {
  const kind = random.int(12)
  if (kind < 5) return paragraph(path, near, random, prose)
  if (kind < 7) return list(random, prose, () => '- ')
  if (kind < 9) return list(random, prose, (index) => `${index + 1}. `)
  if (kind === 9) return table(random, prose)
  if (kind === 10) return code(random, prose)
  return `> **Remarque.** ${prose.sentence()} ${prose.sentence()}`
}

/** A paragraph without links. */
export function paragraphOf(random: Random, prose: Prose): string {
  return Array.from({ length: 2 + random.int(4) }, () => prose.sentence()).join(' ')
}

function paragraph(path: string, near: readonly string[], random: Random, prose: Prose): string {
  const sentences = [paragraphOf(random, prose)]
  if (random.once(2)) sentences.push(`${prose.phrase(4)} **${prose.phrase(2)}** ${prose.word()}.`)
  if (random.once(3)) sentences.push(`${prose.phrase(3)} \`${prose.word()}\` ${prose.word()}.`)
  if (random.once(2)) {
    const to = posix.relative(posix.dirname(path), random.pick(near))
    sentences.push(`${prose.phrase(2)} [${prose.phrase(3)}](${to}).`)
  }
  return sentences.join(' ')
}

function list(random: Random, prose: Prose, mark: (index: number) => string): string {
  const items = Array.from({ length: 3 + random.int(5) }, (_, index) => {
    return `${mark(index)}${prose.phrase(4 + random.int(12))}.`
  })
  return items.join('\n')
}

function table(random: Random, prose: Prose): string {
  const row = () => `| ${prose.phrase(2)} | ${prose.phrase(5)} | \`${prose.word()}\` |`
  return [row(), '| --- | --- | --- |', ...Array.from({ length: 3 + random.int(6) }, row)].join(
    '\n',
  )
}

function code(random: Random, prose: Prose): string {
  const lines = Array.from(
    { length: 2 + random.int(6) },
    () => `  "${prose.word()}": "${prose.word()}",`,
  )
  return ['```json', '{', ...lines, '  "fin": true', '}', '```'].join('\n')
}
