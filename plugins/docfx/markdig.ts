/**
 * What a docset may change of Markdig’s reading, by `build.markdownEngineProperties.markdigExtensions` of `docfx.json`
 * (docfx `docs/reference/docfx-json-reference.md`; its values: docfx `MarkdownExtensions.TryAddOrReplaceMarkdigExtension`).
 */

/** How a docset’s pages are read; all that is not there is as docfx reads it. */
export interface MarkdigOptions {
  /** `:)` is a sign, as `:smile:` is. */
  hasSmileys?: boolean
  /** Ids of headings are Markdig’s own, and not GitHub’s. */
  headingIds?: HeadingIds
  /** Cells beyond the header of a table are left out. */
  hasHeaderWidth?: boolean
  /** `[ ]` at the beginning of an item is a box. */
  hasTasks?: boolean
  /** What pages may emphasise besides `*words*` and `~~words~~`. */
  emphasis?: readonly EmphasisExtra[]
}

/** By the name of its element. */
export type EmphasisExtra = 'sub' | 'sup' | 'ins' | 'mark'

export interface HeadingIds {
  /** `é` is `e`, and what has no such letter is left out. */
  isAscii: boolean
}

declare module 'vfile' {
  interface DataMap {
    /** How this file is read; nothing where `docfx.json` asks for nothing. */
    markdig: MarkdigOptions
  }
}

/** Letters that Unicode does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/**
 * The id of a heading by Markdig’s own rule (`LinkHelper.Urilize`): letters and digits from the first letter on, with
 * `-` for spaces; of `_`, `-` and `.` one stays where several meet, and takes the place of the spaces around it.
 * A heading without letters is `section`.
 */
export function markdigSlug(text: string, { isAscii }: HeadingIds): string {
  const words = isAscii ? asciiOf(text) : text
  const kept = words
    .toLowerCase()
    .replace(/[^\p{L}\d\s_.-]+/gu, '')
    .replace(/^\P{L}+/u, '')
    .replace(/\s*([_.-])\s*/g, '$1')
    .replace(/([_.-])\1+/g, '$1')
    .replace(/[_.-]+$/, '')
    .trim()
    .replace(/\s+/g, '-')
  return kept || 'section'
}

function asciiOf(text: string): string {
  return text
    .replace(/[^\p{ASCII}]/gu, (sign) => letters[sign.toLowerCase()] ?? sign)
    .normalize('NFKD')
    .replace(/[^\p{ASCII}]+/gu, '')
}
