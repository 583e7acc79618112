/** Changes for docsets of both dialects: each puts something odd into some of the files. */
import type { Random } from '../drift.ts'
import { chance, names, pick, pictures, typed } from './odd.ts'

/** Files of a docset in two languages, by `<locale>/<path>`. */
export interface CaseFiles {
  files: Map<string, string | Uint8Array>
}

type CaseChange = (docset: CaseFiles, random: Random) => void

/** What differs between the dialects. */
export interface CaseDialect {
  locales: readonly [string, string]
  extension: 'md' | 'mdx'
  /** The HTML of a picture, with `@` for its address. */
  imageTag: string
  page: (title: string, body: string) => string
}

export function put(
  { files }: CaseFiles,
  locale: string,
  path: string,
  content: string | Uint8Array,
): void {
  files.set(`${locale}/${path}`, content)
}

/** Replace the text of a file, if there is one. */
export function edit(
  docset: CaseFiles,
  locale: string,
  path: string,
  how: (text: string) => string,
): void {
  const before = docset.files.get(`${locale}/${path}`)
  if (typeof before === 'string') put(docset, locale, path, how(before))
}

export function append(docset: CaseFiles, locale: string, path: string, text: string): void {
  edit(docset, locale, path, (before) => `${before}\n${text}\n`)
}

/** One of the locales, or both. */
export function some(random: Random, locales: readonly [string, string]): readonly string[] {
  const [first, second] = locales
  return pick(random, [locales, locales, [first], [second]])
}

/** Two pages whose names differ only for some file systems or hosts. */
export function twinPages({ locales, extension, page }: CaseDialect): CaseChange {
  return function twinPages(docset, random) {
    const [first, second] = pick(random, [
      ['étape'.normalize('NFC'), 'étape'.normalize('NFD')],
      ['Twin', 'twin'],
      ['a b', 'a-b'],
      ['x', 'x/index'],
    ] as const)
    for (const locale of some(random, locales)) {
      put(docset, locale, `${first}.${extension}`, page('First', 'Words.'))
      put(docset, locale, `${second}.${extension}`, page('Second', 'Words.'))
      const link = `See [it](${typed(random, `${second}.${extension}`)}).`
      append(docset, locale, `index.${extension}`, link)
    }
  }
}

/** A picture of any format and name, in Markdown or HTML. */
export function picture({ locales, extension, imageTag }: CaseDialect): CaseChange {
  return function picture(docset, random) {
    const [format, bytes] = pick(random, pictures)
    const name = `media/${pick(random, chance(random, 0.5) ? ['p'] : names)}.${format}`
    for (const locale of some(random, locales)) put(docset, locale, name, bytes)
    for (const locale of some(random, locales)) {
      const form = pick(random, ['![a picture](@)', imageTag])
      const address = typed(random, form.startsWith('!') ? name : encodeURI(name))
      const text = form.replace('@', () => address.replaceAll('"', '&quot;'))
      append(docset, locale, `a.${extension}`, text)
    }
  }
}

/** A file to download, with any name. */
export function download({ locales, extension }: CaseDialect): CaseChange {
  return function download(docset, random) {
    const stem = pick(random, ['LICENSE', 'a', 'index', ...names])
    const name = stem + pick(random, ['', '.pdf', '.zip'])
    for (const locale of some(random, locales)) put(docset, locale, name, 'bytes')
    for (const locale of some(random, locales))
      append(docset, locale, `a.${extension}`, `Get [it](${typed(random, name)}).`)
  }
}
