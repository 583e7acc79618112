/** What every form of `:::` says of itself: how it opens, where it ends, and what is drawn of it. */
import type { Nodes } from 'mdast'
import type { Position } from 'unist'
import type { TripleColonFlow, TripleColonText } from './nodes.ts'

/** Where `:::` stands: at the beginning of a line, or in a sentence. */
export type Place = 'flow' | 'text'

/** An opening such as `:::zone pivot="windows"`. */
export interface Opening {
  /** Of the form, in lower case. */
  name: string
  /** By their names in lower case. */
  attributes: Readonly<Record<string, string>>
  /** How many colons it begins with; as many begin the line that ends a container. */
  colons: number
  /** Characters from the first colon to behind the last one, or to the end of the last attribute. */
  length: number
  /** It holds the lines that follow, up to its end. */
  isContainer: boolean
  /** It lacks the `:::` at its end, which docfx overlooks. */
  isOpen?: boolean
}

/** What begins like a form and is none, so that docfx shows it as typed. */
export interface Fault {
  /** What is wrong and what to do, for people. */
  fault: string
}

/** One row of the table of forms. */
export interface Form {
  /**
   * Read an opening.
   *
   * @param typed - From the first colon on; in `flow` up to the end of the line.
   * @returns Undefined where docfx sees no form of this name, so that nothing has to be told.
   */
  open: (typed: string, place: Place) => Opening | Fault | undefined
  /** How its end begins, behind colons and spaces, such as `zone-end`. */
  end: RegExp
  /** Blocks in it may be indented as far as its author likes: there is no code by indent. */
  isIndented?: boolean
  /** It must not stand in another one of its name. */
  isAlone?: boolean
  /** The attributes that are addresses, which count from the file that they are typed in. */
  addresses?: readonly string[]
  /** What readers read of it in a sentence, where it has words: `value`, or `alt` for an image. */
  words?: (attributes: Opening['attributes']) => { value: string } | { alt: string }
  /** The class of the block that stands for a paragraph with nothing else in it. */
  classAlone?: string
  /** Write on the node what it is as HTML, or give the nodes that stand for it. */
  draw: (node: TripleColonFlow | TripleColonText, context: DrawContext) => Nodes[] | undefined
}

/** Words of ours on the page. */
export type FormWords = 'form.description' | 'zone.for'

/** The page that a form is drawn on. */
export interface DrawContext {
  /** In the language of the page, or in the one that they say. */
  words: (key: FormWords) => { text: string; lang?: string }
  /** The id, or the next one like it that the page’s forms have not. */
  idFor: (id: string) => string
  reportNoDescription: (node: TripleColonFlow) => void
  reportPortalForm: (action: string, place: Position | undefined) => void
}

export function isFault(result: Opening | Fault): result is Fault {
  return 'fault' in result
}
