/** What Pagefind reads of an article: the same words in the same places, without its process (see README). */
import { Parser } from 'htmlparser2'
import {
  isReserved,
  normalText,
  UnreadError,
  withoutMarks,
  wordsBetweenSpaces,
} from './article-text.ts'
import {
  type Anchored,
  endOfWeight,
  type Mark,
  type Piece,
  usualWeight,
  articleWords,
} from './article-words.ts'
import type { Anchor } from './passages.ts'
import type { IndexRecord } from './records.ts'

/** An entry as it is indexed. */
export interface EntryText {
  url: string
  /** Its words with all their signs, as they stand between spaces. */
  words: readonly string[]
  /** For each word, what it counts: `usualWeight` in a paragraph. */
  weights: readonly number[]
  anchors: readonly Anchor[]
  meta: Readonly<Record<string, string>>
  filters: Readonly<Record<string, readonly string[]>>
}

const most = 10

type Attributes = Readonly<Record<string, string>>

interface OpenElement {
  name: string
  attributes: Attributes
  state: 'read' | 'ignored' | 'excluded'
  /** Those that its text belongs to. */
  anchors: readonly Anchored[]
  /** Where its text begins. */
  start: number
  isWeighted: boolean
}

const sentences = new Set('h1 h2 h3 h4 h5 h6 p td div ul li article section'.split(' '))
const inlines = new Set(
  'a abbr acronym b bdo big br button cite code dfn em i img input kbd label map object output q samp script select small span strong sub sup textarea time tt var'.split(
    ' ',
  ),
)
const removed = new Set(
  'head style script noscript label form svg footer nav iframe template'.split(' '),
)
const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)
const headingWeights = new Map([7, 6, 5, 4, 3, 2].map((weight, index) => [`h${index + 1}`, weight]))
/** After such a character a sentence has no full stop yet. */
const unfinished = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\u200C\u200D'")$*]$/u
/** The attributes that are read here. */
const known = /^data-pagefind-(?:body|meta|filter|weight|ignore|title)$/
const property = /^\s*([^:[\],]+)\[([^\],:]+)\]\s*$/
/**
 * Undefined for what only Pagefind itself reads: elements that do not end where they should, names of characters other
 * than the usual ones, properties of Pagefind that no page of ours has.
 */
export function readArticle(url: string, html: string): EntryText | undefined {
  try {
    return readEntry(url, html)
  } catch (error) {
    if (error instanceof UnreadError) return undefined
    throw error
  }
}

/** What is indexed of an entry that is no page; undefined as above. */
export function readRecord({ url, content, meta, filters }: IndexRecord): EntryText | undefined {
  const words = wordsBetweenSpaces(withoutMarks(content))
  if (words.some(isReserved)) return undefined
  const weights = words.map(() => usualWeight)
  return {
    url,
    words,
    weights,
    anchors: [],
    meta: sorted(new Map(Object.entries(meta))),
    filters: sorted(new Map(Object.entries(filters))),
  }
}

function readEntry(url: string, html: string): EntryText {
  const article = new ArticleReader()
  const parser = new Parser(
    {
      onopentag(name, attributes, isImplied) {
        if (isImplied) throw new UnreadError()
        article.begin(name, attributes)
      },
      onclosetag(name, isImplied) {
        if (voids.has(name)) return
        if (isImplied) throw new UnreadError()
        article.end()
      },
      ontext: (content) => article.add(content),
    },
    { decodeEntities: false },
  )
  parser.end(html)
  return { url, ...article.read() }
}

/** What was read of a page so far. */
class ArticleReader {
  readonly #text: Piece[] = []
  readonly #open: OpenElement[] = []
  readonly #meta = new Map<string, string>()
  readonly #filters = new Map<string, string[]>()
  #title: string | undefined
  #image: { src: string; alt: string } | undefined
  #hasBody = false
  #isInBody = false

  add(content: string): void {
    if (!this.#isInBody || !content) return
    this.#text.push(content)
    const { state, anchors } = this.#open.at(-1)!
    if (state === 'read') for (const anchor of anchors) anchor.text += content
  }

  begin(name: string, attributes: Attributes): void {
    const isBody = 'data-pagefind-body' in attributes
    if (isBody && this.#isInBody) throw new UnreadError()
    const ignored = ignoredBy(attributes)
    const anchor = this.#isInBody && !ignored ? anchorOf(name, attributes) : undefined
    if (anchor) this.#text.push({ anchor })
    if (name === 'br' && this.#isInBody && ignored !== 'excluded') this.#text.push(' ')
    const above = this.#open.at(-1)
    const inherited = inlines.has(name) ? (above?.anchors ?? []) : []
    const state = above?.state === 'excluded' ? 'excluded' : (ignored ?? 'read')
    const weight = weightOf(name, attributes)
    const element: OpenElement = {
      name,
      attributes,
      state: removed.has(name) ? 'ignored' : state,
      anchors: anchor ? [...inherited, anchor] : inherited,
      start: this.#text.length,
      isWeighted: weight !== undefined,
    }
    if (voids.has(name)) {
      this.#keepProperties(element)
      if (name === 'img' && element.state !== 'excluded') this.#keepImage(attributes)
      return
    }
    this.#open.push(element)
    if (isBody) this.#hasBody = this.#isInBody = true
    if (!this.#isInBody) return
    if (weight) this.#text.push(weight)
    if (sentences.has(name)) this.#text.push(' ')
  }

  end(): void {
    const element = this.#open.pop()!
    const { name, attributes, state, start, isWeighted } = element
    this.#keepProperties(element)
    if (name === 'h1' && state !== 'excluded') this.#keepTitle(this.#text.slice(start))
    if (state !== 'read') {
      this.#text.length = start
      return
    }
    if (!this.#isInBody) return
    if (sentences.has(name)) this.#text.push(endOfSentence(this.#text.at(-1)))
    if (isWeighted) this.#text.push(endOfWeight)
    if ('data-pagefind-body' in attributes) this.#isInBody = false
  }

  read(): Omit<EntryText, 'url'> {
    if (!this.#hasBody) throw new UnreadError()
    const meta = this.#meta
    if (this.#image && !meta.has('image')) {
      meta.set('image', this.#image.src).set('image_alt', this.#image.alt)
    }
    if (this.#title !== undefined && !meta.has('title')) meta.set('title', this.#title)
    return { ...articleWords(this.#text), meta: sorted(meta), filters: sorted(this.#filters) }
  }

  #keepProperties({ attributes, state }: OpenElement): void {
    if (state === 'excluded') return
    for (const [name, value] of properties(attributes, 'data-pagefind-filter')) {
      const values = this.#filters.get(name)
      if (values) values.push(normalText(value))
      else this.#filters.set(name, [normalText(value)])
    }
    for (const [name, value] of properties(attributes, 'data-pagefind-meta')) {
      this.#meta.set(name, value)
    }
  }

  /** The first title is that of the page. */
  #keepTitle(pieces: readonly Piece[]): void {
    if (this.#title !== undefined || !this.#isInBody) return
    const [first, ...rest] = pieces
    const content = typeof first === 'object' && 'weight' in first ? rest : pieces
    const text = content.map((piece) => {
      if (typeof piece === 'object') throw new UnreadError()
      return piece
    })
    const title = text.join('')
    if (title.trim()) this.#title = normalText(title)
  }

  /** The first image after the title is that of the page. */
  #keepImage({ src, alt = '' }: Attributes): void {
    if (this.#image || (this.#title === undefined && !this.#meta.has('title'))) return
    if (src !== undefined) this.#image = { src: normalText(src), alt: normalText(alt) }
  }
}

function anchorOf(name: string, attributes: Attributes): Anchored | undefined {
  const { id, 'data-pagefind-title': named = '' } = attributes
  if (id === undefined) return undefined
  const plain = wordsBetweenSpaces(id).join('')
  if (plain.includes('&')) throw new UnreadError()
  const title = normalText(named)
  return { element: name, id: plain, text: '', ...(title && { title }) }
}

function ignoredBy(attributes: Attributes): 'ignored' | 'excluded' | undefined {
  for (const name in attributes) {
    if (name.startsWith('data-pagefind') && !known.test(name)) throw new UnreadError()
  }
  const value = attributes['data-pagefind-ignore']?.toLowerCase()
  if (value === undefined || 'data-pagefind-body' in attributes) return undefined
  return ['', 'index', 'true'].includes(value) ? 'ignored' : 'excluded'
}

function weightOf(name: string, attributes: Attributes): Mark | undefined {
  const own = attributes['data-pagefind-weight']
  if (own !== undefined) {
    const weight = Number(own)
    if (!(weight > 0)) throw new UnreadError()
    return { weight: Math.max(1, inIndex(weight)), isAutomatic: false }
  }
  const weight = headingWeights.get(name)
  return weight === undefined ? undefined : { weight: inIndex(weight), isAutomatic: true }
}

function inIndex(weight: number): number {
  return Math.trunc(Math.fround(Math.fround(Math.min(weight, most)) * usualWeight))
}

/** A list such as `guide[data-guide], phase[data-phase]`. */
function properties(attributes: Attributes, list: string): [string, string][] {
  const value = attributes[list]
  if (value === undefined) return []
  return value.split(',').map((item) => {
    const [, name, attribute] = property.exec(item) ?? []
    if (name === undefined || attribute === undefined) throw new UnreadError()
    return [name, normalText(attributes[attribute] ?? '')]
  })
}

function endOfSentence(last: Piece | undefined): string {
  return typeof last === 'string' && unfinished.test(last.slice(-2)) ? '. ' : ' '
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
}
