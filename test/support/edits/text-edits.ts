/** What writers do to the text of one file. */
import type { Random } from '../random.ts'

/** Gives the changed text; the same one where there is nothing to change in that way. */
export type TextEdit = (text: string, random: Random) => string

const words = ['tenant', 'licence', 'Été', 'package', 'naïve', '<b>', '`code`', '**bold**', '&amp;']
const headings = ['Before you start', 'Après', 'Next steps', 'Notes & “more”', 'Before you start']
const blocks = [
  '> [!NOTE]\n> Mind this.',
  '- One\n- Two\n  1. Three',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  '```json\n{ "a": 1 }\n```',
  'A note[^n].\n\n[^n]: Its words.',
  '<a name="old-place"></a>\n\nWords.',
  ':::procedure{by=customer}\n1. :step{#added-step} **Do it.** Now.\n:::',
  '[!INCLUDE [gone](includes/gone.md)]',
]

/** Edits of pages and of what they include. */
export const pageEdits: Readonly<Record<string, TextEdit>> = {
  'a word in the text': (text, random) =>
    onLine(text, random, /^[\p{L}][^|{}<]{20,}$/u, (line) => {
      const parts = line.split(' ')
      return parts.toSpliced(random.int(parts.length), 0, random.pick(words)).join(' ')
    }),
  'a block more': (text, random) => afterLine(text, random, random.pick(blocks)),
  'another heading': (text, random) =>
    onLine(text, random, /^#{1,6} /, (line) =>
      line.replace(/^(#+) .*/, `$1 ${random.pick(headings)}`),
    ),
  'a heading of another level': (text, random) =>
    onLine(text, random, /^##+ /, (line) => (random.once(2) ? `#${line}` : line.slice(1))),
  'a heading more': (text, random) =>
    afterLine(text, random, `${'#'.repeat(2 + random.int(2))} ${random.pick(headings)}`),
  'a heading less': (text, random) => withoutLine(text, random, /^##+ /),
  'another title': (text, random) =>
    onLine(text, random, /^title:/, (line) => `${line} ${random.pick(['again', 'II', '(bêta)'])}`),
  'another line of front matter': (text, random) =>
    inFrontMatter(text, (lines) => {
      const at = random.int(lines.length || 1)
      if (random.once(4)) return lines.toSpliced(at, 1)
      if (random.once(3)) return lines.toSpliced(at, 0, random.pick(frontMatter))
      return lines.with(at, `${lines[at] ?? ''} x`)
    }),
  'another step': (text, random) =>
    onLine(text, random, /:step\{#/, (line) =>
      random.once(2)
        ? line.replace(/:step\{#([\w-]+)/, ':step{#$1-new')
        : line.replace(/:step\{#[\w-]+\} /, random.once(2) ? '' : '$&Now '),
    ),
  'a line less': (text, random) => withoutLine(text, random, /\S/),
  'a line twice': (text, random) => onLine(text, random, /\S/, (line) => `${line}\n${line}`),
  'two lines changed round': swapped,
  'the rest cut off': (text, random) =>
    text.slice(0, Math.floor((text.length * random.int(100)) / 100)),
  'spaces only': (text, random) =>
    random.once(2)
      ? onLine(text, random, /^$/, () => '\n')
      : onLine(text, random, /\S/, (line) => `${line}${random.pick([' ', '  ', '\t'])}`),
  'other ends of lines': (text) =>
    text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n'),
  'a mark of the order of bytes': (text) =>
    text.startsWith('\uFEFF') ? text.slice(1) : `\uFEFF${text}`,
}

const frontMatter = [
  'description: Other words for search engines.',
  'updated: 2026-11-01',
  'ms.date: 03/04/2026',
  'ROBOTS: NOINDEX',
  'phase: assess',
  'unknown: 1',
]

/** Edits of files that have one thing on each line: tables of contents, locks, tables, configurations. */
export const lineEdits: Readonly<Record<string, TextEdit>> = {
  'a line less': (text, random) => withoutLine(text, random, /\S/),
  'a line twice': (text, random) => onLine(text, random, /\S/, (line) => `${line}\n${line}`),
  'two lines changed round': swapped,
  'other words': (text, random) =>
    onLine(text, random, /[a-z]{4}/i, (line) => line.replace(/[a-z]{4,}(?!.*[a-z]{4})/i, 'words')),
  'other digits': (text, random) =>
    onLine(text, random, /[\da-f]{2}/, (line) => line.replace(/[\da-f](?!.*[\da-f])/, '7')),
  'a line further in': (text, random) =>
    onLine(text, random, /^\s*[#-] /, (line) => (line.startsWith('#') ? `#${line}` : `  ${line}`)),
  'spaces only': (text, random) => afterLine(text, random, ''),
}

/** In Markdown or YAML. */
export const contentsEdits: Readonly<Record<string, TextEdit>> = {
  'an entry more': (text, random) => {
    const page = `${random.pick(['added', 'other', 'index', 'renamed', 'gone'])}.md`
    const entry = /^\s*-/m.test(text)
      ? `- name: Added\n  href: ${page}`
      : `#${random.once(2) ? '#' : ''} [Added](${page})`
    return onLine(text, random, /^(?:#|- )/, (line) => `${entry}\n${line}`)
  },
}

const terms = ['tenant', 'package', 'migration', 'customer', 'page']

/** The columns are those of the project's own glossary. */
export const glossaryEdits: Readonly<Record<string, TextEdit>> = {
  ...lineEdits,
  'a term more': (text, random) => {
    const term = random.pick(terms)
    return `${text.trimEnd()}\n${term};${term} (fr);${term};;;;;;What a ${term} is.;Ce que c’est.\n`
  },
  'another definition': (text, random) =>
    onLine(text, random, /[^;]\.$/, (line) => line.replace(/\.$/, ` ${random.pick(words)}.`)),
}

export function onLine(
  text: string,
  random: Random,
  pattern: RegExp,
  change: (line: string) => string,
): string {
  const lines = text.split('\n')
  const at = pickLine(lines, random, pattern)
  return at === undefined ? text : lines.with(at, change(lines[at] ?? '')).join('\n')
}

export function withoutLine(text: string, random: Random, pattern: RegExp): string {
  const lines = text.split('\n')
  const at = pickLine(lines, random, pattern)
  return at === undefined ? text : lines.toSpliced(at, 1).join('\n')
}

/** After the front matter, between two blocks. */
function afterLine(text: string, random: Random, added: string): string {
  const end = text.startsWith('---') ? text.indexOf('\n---', 3) + 4 : 0
  const lines = text.slice(end).split('\n')
  const at = pickLine(lines, random, /^$/) ?? lines.length
  return text.slice(0, end) + lines.toSpliced(at, 0, '', added, '').join('\n')
}

export function swapped(text: string, random: Random, pattern = /\S/): string {
  const lines = text.split('\n')
  const [one, other] = [pickLine(lines, random, pattern), pickLine(lines, random, pattern)]
  if (one === undefined || other === undefined) return text
  return lines
    .with(one, lines[other] ?? '')
    .with(other, lines[one] ?? '')
    .join('\n')
}

function pickLine(lines: readonly string[], random: Random, pattern: RegExp): number | undefined {
  const all = lines.flatMap((line, at) => (pattern.test(line) ? [at] : []))
  return all.length ? random.pick(all) : undefined
}

function inFrontMatter(text: string, change: (lines: string[]) => string[]): string {
  const [, before = '', inside, after = ''] = /^(\uFEFF?---\n)([^]*?)(\n---[^]*)$/.exec(text) ?? []
  return inside === undefined ? text : before + change(inside.split('\n')).join('\n') + after
}
