/**
 * Show readers what `blocks.ts` has written on the tree: this text is not translated yet, the source
 * of those has changed since.
 *
 * Comes last: its text must not become part of headings, steps or links.
 */
import type { Element, ElementContent, Parents, Root } from 'hast'
import { SKIP, visit } from './visit.ts'
import type { VFile } from 'vfile'
import { element } from './element.ts'

/** A piece of the source’s words, and whether both versions have it. */
export interface ChangedPiece {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** What has become of the source of a block since it was translated. */
export interface BlockChange {
  /** Language of the source. */
  lang: string
  /** The source now, compared with before; only `same` where the earlier text is not known. */
  pieces: readonly ChangedPiece[]
}

type StateText =
  'state.untranslated' | 'state.changed' | 'state.changed.now' | 'state.removed' | 'state.added'

export interface StateOptions {
  /** Words in the language of the page. */
  stateText: (key: StateText, file: VFile) => string
  /** That language’s tag. */
  languageOf: (file: VFile) => string
  /** The change of a block’s source, by the name that `KnownBlock` has. */
  changeOf?: ((name: string) => BlockChange | undefined) | undefined
}

/** Elements that hold text only: the note about them comes after them. */
const wordsOnly = /^(?:p|h[1-6]|span|summary|legend)$/

export default function rehypeStates({
  stateText,
  languageOf,
  changeOf,
}: Readonly<Partial<StateOptions>>) {
  return (tree: Root, file: VFile): undefined => {
    if (!stateText || !languageOf) return
    const noteOf = (key: StateText) => text(stateText(key, file))
    const own = languageOf(file)
    visit(tree, 'element', (node, index, parent) => {
      if (node.properties['dataState'] === 'untranslated') addMark(node)
      const change = changeOf?.(String(node.properties['dataChange'] ?? ''))
      delete node.properties['dataChange']
      if (!change || !parent || index === undefined) return undefined
      if (!wordsOnly.test(node.tagName)) {
        node.children.splice(endOfWords(node), 0, details(change))
        return undefined
      }
      parent.children.splice(index + 1, 0, details(change))
      return [SKIP, index + 2]
    })

    function addMark(node: Element): void {
      const mark = element('small', { className: ['untranslated'], lang: own }, [
        noteOf('state.untranslated'),
      ])
      node.children.splice(endOfWords(node), 0, text(' '), mark)
    }

    /** What has changed, for readers who open it. */
    function details({ lang, pieces }: BlockChange): Element {
      const isKnown = pieces.some(({ kind }) => kind !== 'same')
      return element('details', { className: ['change'], lang: own }, [
        element('summary', {}, [noteOf('state.changed')]),
        ...(isKnown ? [] : [element('p', {}, [noteOf('state.changed.now')])]),
        element('p', { lang }, pieces.map(pieceOf)),
      ])
    }

    /** Screen readers do not announce strokes through and under text, so there is text as well. */
    function pieceOf({ kind, text: title }: ChangedPiece): ElementContent {
      if (kind === 'same') return text(title)
      const message = noteOf(kind === 'removed' ? 'state.removed' : 'state.added')
      const label = element('span', { className: ['unseen'], lang: own }, [message, text(' ')])
      return element(kind === 'removed' ? 'del' : 'ins', {}, [label, text(title)])
    }
  }
}

/** In the item of a list, before the list in it. */
function endOfWords({ children }: Parents): number {
  const block = children.findIndex(
    (child) =>
      child.type === 'element' &&
      /^(?:[uo]l|p|pre|table|div|aside|blockquote|details)$/.test(child.tagName),
  )
  const end = block < 0 ? children.length : block
  const before = children[end - 1]
  return before?.type === 'text' && !before.value.trim() ? end - 1 : end
}

function text(value: string) {
  return { type: 'text' as const, value }
}
