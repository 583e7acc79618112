/** The nodes of a Markdown tree that `:::` makes. */
import type { BlockContent, DefinitionContent, Node, Parent } from 'mdast'
import type { Position } from 'unist'

interface TripleColon extends Node {
  /** Of the form, in lower case. */
  name: string
  attributes: Readonly<Record<string, string>>
  /** The opening, from its first colon. */
  typed: string
  /** It lacks the `:::` at its end, which docfx overlooks. */
  isOpen?: boolean
}

interface Rest {
  typed: string
  position: Position
}

export interface TripleColonFlow extends Parent, TripleColon {
  type: 'tripleColonFlow'
  children: (BlockContent | DefinitionContent)[]
  /** It is a container without an end. */
  isUnclosed?: boolean
  /** What stands behind the opening, or behind the end, and is not shown. */
  rests?: Rest[]
}

export interface TripleColonText extends TripleColon {
  type: 'tripleColonText'
  /** Its words. */
  value?: string
  /** Its text, of an image. */
  alt?: string
}

declare module 'mdast' {
  interface RootContentMap {
    tripleColonFlow: TripleColonFlow
    tripleColonText: TripleColonText
  }
  interface BlockContentMap {
    tripleColonFlow: TripleColonFlow
  }
  interface PhrasingContentMap {
    tripleColonText: TripleColonText
  }
}
