/** Excerpts: the engine's HTML, of which only `<mark>` is markup, as plain pieces of text. */
import { typographic } from './indexed.ts'

export interface ExcerptPart {
  text: string
  /** One of the words looked for. */
  marked: boolean
}

/** Signs around a word that the engine marks along with it. */
const bare = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su

/** Take an excerpt apart; nothing in it can become markup again. */
export function readExcerpt(html: string): ExcerptPart[] {
  // The engine escapes `<` in the text, so that every tag is its own.
  const runs = html.split(/<\/?mark>/)
  return join(
    runs.flatMap((run, index) => {
      const text = typographic(run.replaceAll('&lt;', '<').replaceAll('&gt;', '>'))
      return index % 2 ? trimMark(text) : unmarkedExcerpt(text)
    }),
  )
}

/**
 * Take the heading off an excerpt that begins with it.
 *
 * It is above the excerpt anyway; so its marks go where it is shown.
 */
export function splitHeading(
  excerpt: readonly ExcerptPart[],
  heading: string,
): { heading: ExcerptPart[]; rest: ExcerptPart[] } {
  const title = typographic(heading.replace(/\s+/g, ' ').trim())
  if (!excerptText(excerpt).startsWith(title))
    return { heading: unmarkedExcerpt(title), rest: [...excerpt] }
  const [start, rest] = cut(excerpt, title.length)
  const [first, ...others] = rest
  // The engine ends a heading that has no full stop with one.
  const tail = first && { ...first, text: first.text.replace(/^[.\s]+/, '') }
  return { heading: start, rest: tail ? join([tail, ...others]) : [] }
}

export function excerptText(pieces: readonly ExcerptPart[]): string {
  return pieces.map(({ text }) => text).join('')
}

export function unmarkedExcerpt(text: string): ExcerptPart[] {
  return [{ text, marked: false }]
}

function trimMark(text: string): ExcerptPart[] {
  const [, before = '', word = '', after = ''] = bare.exec(text) ?? []
  return [...unmarkedExcerpt(before), { text: word, marked: true }, ...unmarkedExcerpt(after)]
}

/** Without empty pieces, neighbours of one kind together. */
function join(pieces: readonly ExcerptPart[]): ExcerptPart[] {
  return pieces.reduce<ExcerptPart[]>((joined, piece) => {
    const last = joined.at(-1)
    if (!piece.text) return joined
    if (last?.marked === piece.marked) {
      return [...joined.slice(0, -1), { ...last, text: last.text + piece.text }]
    }
    return [...joined, piece]
  }, [])
}

function cut(pieces: readonly ExcerptPart[], length: number): [ExcerptPart[], ExcerptPart[]] {
  const start: ExcerptPart[] = []
  const rest: ExcerptPart[] = []
  let left = length
  for (const { text, marked } of pieces) {
    start.push({ text: text.slice(0, left), marked })
    rest.push({ text: text.slice(left), marked })
    left = Math.max(0, left - text.length)
  }
  return [join(start), join(rest)]
}
