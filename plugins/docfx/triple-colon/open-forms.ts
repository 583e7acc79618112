/** What the lines of a page stand in, and how their indent is read; for the parser of that page. */
import { parse } from 'micromark'

type Parser = ReturnType<typeof parse>

/** The names of the containers around each line. */
export class FormsByLine {
  readonly #names = new Map<number, readonly string[]>()
  #inside: readonly string[] = []

  /** Outermost first. */
  namesAt(line: number): readonly string[] {
    return this.#names.get(line) ?? []
  }

  /** A container begins here; the lines that follow are its own. */
  open(name: string, line: number): void {
    this.#inside = [...this.namesAt(line), name]
  }

  hold(line: number): void {
    this.#names.set(line, this.#inside)
  }
}

const byParser = new WeakMap<object, FormsByLine>()

/** Of the page that a parser reads. */
export function formsByLine(parser: object): FormsByLine {
  const known = byParser.get(parser)
  if (known) return known
  const forms = new FormsByLine()
  byParser.set(parser, forms)
  return forms
}

const name = 'tripleColonIndented'

/**
 * The name of a content type of micromark: a document in which an indent makes no code, so that blocks are read at any.
 *
 * It is read by a second parser, which has the same syntax and shares with the first what is known of the page.
 */
export function indentedIn(parser: object): 'document' {
  const first = parser as Parser & Record<string, unknown>
  if (!(name in first)) {
    const second = parse() as Parser & Record<string, unknown>
    const { disable } = first.constructs
    second.constructs = {
      ...first.constructs,
      disable: { null: [...(disable.null ?? []), 'codeIndented'] },
    }
    second.defined = first.defined
    second.lazy = first.lazy
    // Labels of footnotes, by the extension of GFM.
    second['gfmFootnotes'] = first['gfmFootnotes'] ??= []
    byParser.set(second, formsByLine(first))
    first[name] = second[name] = second.document
  }
  return name as 'document'
}
