/**
 * The address of a cross reference: `uid?displayProperty=fullName&text=words#anchor`, behind `xref:` or `@`.
 *
 * Rules from docfx `docs/docs/links-and-cross-references.md` and v3 `docs/specs/xref.yml`.
 */
import { decodePart } from '../../percent-encoding.ts'

export interface Xref {
  uid: string
  /** With its `#`, as typed; empty where there is none. */
  anchor: string
  /** What is shown for it, where the page says so. */
  text?: string
  /** Which of its names is shown: `name`, `fullName`, `nameWithType`. */
  displayProperty?: string
}

/** How a reference is shown. */
export interface ShownXref {
  /** Undefined where nothing has the uid, and there is no search for it. */
  href?: string
  /** Nothing has the uid. */
  isMissing: boolean
  text: string
  isOfProgram: boolean
}

/** Looks a reference up; `typed` has no `xref:`. */
export type XrefLookUp = (typed: string) => Promise<ShownXref & { uid: string }>

/** @param typed - Without `xref:`. */
export function parseXref(typed: string): Xref {
  const [, uid = '', query = '', anchor = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(typed) ?? []
  const options = new URLSearchParams(query)
  const text = options.get('text') ?? options.get('alt')
  const displayProperty = options.get('displayProperty')
  return {
    uid: decodePart(uid),
    anchor,
    ...(text && { text }),
    ...(displayProperty && { displayProperty }),
  }
}

/** What stands behind `xref:` in an address; undefined for any other address. */
export function xrefIn(url: string): string | undefined {
  const [, typed] = /^\s*xref:"?(.*?)"?\s*$/is.exec(url) ?? []
  return typed
}

/**
 * The last part of a uid, for readers who need no namespace: `Format` of `System.String.Format(System.Object)`.
 * With `fullName` it is the whole.
 */
export function nameIn({ uid, displayProperty }: Xref): string {
  const [, whole = uid] = /^([^(]+)(?:\(.*)?$/s.exec(uid) ?? []
  const plain = whole.replace(/`+\d+/g, '').replace(/\*$/, '')
  if (displayProperty === 'fullName') return plain
  const parts = plain.split('.').filter(Boolean)
  const last = parts.at(-1) ?? uid
  // A constructor is called like its type.
  const own = /^#?c?ctor$/i.test(last) ? (parts.at(-2) ?? last) : last
  return displayProperty === 'nameWithType' && parts.length > 1
    ? `${parts.at(-2) ?? ''}.${last}`
    : own
}
