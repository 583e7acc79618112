/**
 * The words of raw HTML: which stretches of it a reader reads as one paragraph, cell or label.
 *
 * A page may hold half an element between two blank lines (`<details>` here, `</details>` there), so this
 * looks at tags as the HTML standard cuts them (parse5’s tokenizer), not at a tree.
 */
import { Tokenizer, TokenizerMode } from 'parse5'
import type { Token } from 'parse5'
import { lastUpTo } from './last-up-to.ts'

/** Offsets from the beginning of the HTML. */
export interface HtmlRange {
  start: number
  end: number
}

interface HtmlAttribute extends HtmlRange {
  name: string
  value: string
}

export type HtmlPiece = HtmlRange &
  (
    | { kind: 'text'; value: string }
    | { kind: 'open'; name: string; attributes: readonly HtmlAttribute[]; isClosed: boolean }
    | { kind: 'close'; name: string }
  )

/** Words between two tags that end a line, with the inline tags among them. */
export interface HtmlRun extends HtmlRange {
  pieces: readonly HtmlPiece[]
  /** Names of the elements around it that begin in this HTML, outermost first. */
  containers: readonly string[]
  /** The start tag of the element that holds these words and nothing else. */
  holder?: HtmlPiece
}

/** What browsers begin a new line for, or draw in a place of its own. */
const blocks = new Set(
  `address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt
  fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li
  main menu nav ol optgroup option p search section select summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
)

/** What holds no words: programs, styles, code, what browsers do not show. */
const wordless = new Set(
  'applet audio canvas iframe math noframes noscript object pre script style svg template textarea title video xmp'.split(
    ' ',
  ),
)

/** Elements without an end tag, such as 20,000 × `<td>`, would give each run a list as long as the page. */
const maxContainers = 100

const rawText = new Set(['script', 'style', 'iframe', 'noframes', 'noscript', 'xmp'])
const voids = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
)

export function isBlockElement(name: string): boolean {
  return blocks.has(name)
}

export function isWordless(name: string): boolean {
  return wordless.has(name)
}

/** Tags and texts in their order; comments and declarations are left out. */
export function htmlPieces(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = []
  const addText = ({ chars, location }: Token.CharacterToken) => {
    if (!location) return
    const { startOffset: start, endOffset: end } = location
    const last = pieces.at(-1)
    if (last?.kind === 'text' && last.end === start) {
      pieces[pieces.length - 1] = { ...last, value: last.value + chars, end }
    } else pieces.push({ kind: 'text', value: chars, start, end })
  }
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName: name, selfClosing, attrs, location }) {
        if (rawText.has(name)) tokenizer.state = TokenizerMode.RAWTEXT
        if (name === 'textarea' || name === 'title') tokenizer.state = TokenizerMode.RCDATA
        if (!location) return
        const attributes = attrs.flatMap(({ name: key, value }) => {
          const place = location.attrs?.[key]
          return place ? [{ name: key, value, start: place.startOffset, end: place.endOffset }] : []
        })
        const isClosed = selfClosing || voids.has(name)
        const { startOffset: start, endOffset: end } = location
        pieces.push({ kind: 'open', name, attributes, isClosed, start, end })
      },
      onEndTag({ tagName: name, location }) {
        if (!location) return
        pieces.push({ kind: 'close', name, start: location.startOffset, end: location.endOffset })
      },
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  )
  tokenizer.write(html, true)
  return pieces
}

/** All stretches of text, but not in code, programs and the like. */
export function htmlRuns(pieces: readonly HtmlPiece[]): HtmlRun[] {
  const runs: HtmlRun[] = []
  const open: string[] = []
  /** How many elements without words are open. */
  let hidden = 0
  let run: HtmlPiece[] = []
  let before: HtmlPiece | undefined
  for (const piece of pieces) {
    if (piece.kind !== 'text' && wordless.has(piece.name)) {
      endRun(piece)
      if (piece.kind === 'close') hidden = Math.max(0, hidden - 1)
      else if (!piece.isClosed) hidden++
      before = piece
      continue
    }
    if (hidden > 0) continue
    if (piece.kind === 'text' || !blocks.has(piece.name)) {
      run.push(piece)
      continue
    }
    endRun(piece)
    before = piece
    if (piece.kind === 'open') {
      if (!piece.isClosed && open.length < maxContainers) open.push(piece.name)
    } else if (open.includes(piece.name)) open.length = open.lastIndexOf(piece.name)
  }
  endRun(undefined)
  return runs

  function endRun(after: HtmlPiece | undefined): void {
    const trimmed = trimmedRun(run)
    run = []
    const [first, last] = [trimmed[0], trimmed.at(-1)]
    if (!first || !last || !trimmed.some((item) => item.kind === 'text' && item.value.trim()))
      return
    const isHolder =
      before?.kind === 'open' && after?.kind === 'close' && after.name === before.name
    runs.push({
      pieces: trimmed,
      start: first.start,
      end: last.end,
      containers: [...open],
      ...(isHolder && before && { holder: before }),
    })
  }
}

/** Without blank space at either end. */
function trimmedRun(run: readonly HtmlPiece[]): HtmlPiece[] {
  const isBlank = (piece: HtmlPiece) => piece.kind === 'text' && !piece.value.trim()
  const from = run.findIndex((piece) => !isBlank(piece))
  const to = run.findLastIndex((piece) => !isBlank(piece))
  if (from < 0) return []
  return run.slice(from, to + 1).map((piece, index, { length }) => {
    if (piece.kind !== 'text') return piece
    // Blank space is typed as it is; a reference such as `&#32;` stays.
    const left = index === 0 ? piece.value.length - piece.value.trimStart().length : 0
    const right = index === length - 1 ? piece.value.length - piece.value.trimEnd().length : 0
    const value = piece.value.slice(left, piece.value.length - right)
    return { ...piece, value, start: piece.start + left, end: piece.end - right }
  })
}

/** The place of the value of an image’s `alt`, between its quotes; undefined without quotes or text. */
export function altIn(tag: string): (HtmlRange & { alt: string; quote: string }) | undefined {
  const [piece] = htmlPieces(tag)
  if (piece?.kind !== 'open' || piece.name !== 'img') return undefined
  const attribute = piece.attributes.find(({ name }) => name === 'alt')
  if (!attribute?.value.trim()) return undefined
  const typed = tag.slice(attribute.start, attribute.end)
  const [, before = '', quote = ''] = /^([^=]*=\s*)(["'])/.exec(typed) ?? []
  if (!quote) return undefined
  const start = attribute.start + before.length + 1
  return { alt: attribute.value, quote, start, end: attribute.end - 1 }
}

/**
 * For each offset in the value of a node the offset in the file, where quotes and lists put something
 * before its lines. Undefined where the lines do not go together.
 *
 * @param raw - What was typed for the node.
 * @param start - Where it begins there.
 */
export function offsetMap(
  value: string,
  raw: string,
  start: number,
): ((offset: number) => number) | undefined {
  if (raw === value) return (offset) => start + offset
  const lines = linesOf(value)
  const typed = linesOf(raw)
  if (lines.length !== typed.length) return undefined
  const starts = lines.map(({ from }) => from)
  const places: number[] = []
  for (const [index, { text }] of lines.entries()) {
    const own = typed[index]
    if (!own?.text.endsWith(text)) return undefined
    places.push(start + own.from + own.text.length - text.length)
  }
  return (offset) => {
    const line = lastUpTo(starts, offset)
    return (places[line] ?? start) + offset - (starts[line] ?? 0)
  }
}

function linesOf(text: string): { text: string; from: number }[] {
  let from = 0
  return text.split(/(\r\n|\r|\n)/).flatMap((piece, index) => {
    const line = { text: piece, from }
    from += piece.length
    return index % 2 ? [] : [line]
  })
}
