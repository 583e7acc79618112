/** A docset in one language as a folder that opens from a disk, in a zip. */
import { strToU8, zipSync } from 'fflate'
import { escapeMarkup } from '../components/markup.ts'
import { absolute, docsetPath, searchPath } from '../i18n/paths.ts'
import { copiedPage } from './pages.ts'
import {
  type CopyPlace,
  copiedAddress,
  copyMark,
  copyName,
  fileAt,
  scriptsFolder,
  toRoot,
} from './places.ts'
import { type ReadBuilt, classicScripts, runtimeScript } from './scripts.ts'

/** What a copy is made of. */
export interface CopySources {
  place: CopyPlace
  /** The docset’s title, and the language in which it is. */
  title: string
  language: string
  /** Paths of the docset’s files: pages, and what they fetch. */
  files: readonly string[]
  /** Any file of the built site. */
  read: ReadBuilt
  /** The index of the docset, by path below `pagefind/`. */
  index: ReadonlyMap<string, Uint8Array>
  /** What pages say of the copy; `{address}` is the page on the site. */
  notice: string
}

/** A copy while it is made: its files by path, and what is to follow. */
interface Copy extends CopySources {
  made: Map<string, Uint8Array>
  modules: Set<string>
}

/** The same bytes for the same sources, on every machine and at any time. */
export async function offlineZip(sources: CopySources): Promise<Uint8Array> {
  const { place } = sources
  const copy: Copy = { ...sources, made: new Map(), modules: new Set() }
  const data = new Map<string, Uint8Array>()
  for (const file of sources.files) {
    if (file.endsWith('.html')) copyPage(copy, file)
    else if (file.endsWith('.json')) data.set(file, jsonData(copy, file))
    else if (file.endsWith('.csv')) data.set(file, take(copy, file))
  }
  // Pages fetch these, and put what is in them into themselves.
  for (const file of fetchedPages(copy)) data.set(file, pageData(copy, file))
  await addScripts(copy)
  copyStyles(copy)
  copy.made.set(`${scriptsFolder}/data.js`, dataScript(data))
  const index = [...sources.index].map(([path, bytes]) => [`pagefind/${path}`, bytes] as const)
  copy.made.set(`${scriptsFolder}/search.js`, dataScript(index))
  copy.made.set('index.html', strToU8(firstPage(sources)))
  const files = [...copy.made].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const folder = copyName(place)
  return zipSync(
    Object.fromEntries(files.map(([path, bytes]) => [`${folder}/${path}`, bytes])),
    // As the fields of the local time, which is what a zip holds.
    { level: 9, mtime: new Date(1980, 0, 1) },
  )
}

function copyPage(copy: Copy, file: string) {
  const root = toRoot(file)
  const html = changedPage(copy, file, root, (address) => root + address)
  copy.made.set(file, strToU8(html))
}

/** A page as what fetches it takes it: its place is not that of the page that it comes to. */
function pageData(copy: Copy, file: string): Uint8Array {
  return strToU8(changedPage(copy, file, copyMark, (address) => copyMark + address))
}

/** Data that scripts fetch, with the addresses of the copy. */
function jsonData({ place, files, read }: Copy, file: string): Uint8Array {
  const value: unknown = JSON.parse(new TextDecoder().decode(read(file)), (_key, text: unknown) => {
    if (typeof text !== 'string') return text
    const to = copiedAddress(text, place, (asked) => files.includes(asked))
    return to?.isCopied ? copyMark + to.address : (to?.address ?? text)
  })
  return strToU8(JSON.stringify(value))
}

function changedPage(
  copy: Copy,
  file: string,
  root: string,
  inCopy: (address: string) => string,
): string {
  const { place, read, notice } = copy
  const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`
  const online = absolute(place.site, encodeURI(path))
  return copiedPage(new TextDecoder().decode(read(file)), {
    root,
    notice,
    docset: place.docset,
    online,
    address(value) {
      const to = copiedAddress(fromRoot(value, online), place, (asked) => has(copy, asked))
      return to?.isCopied ? inCopy(to.address) : to?.address
    },
    module(value) {
      const to = copiedAddress(value, place, (asked) => Boolean(copy.read(asked)))
      if (!to?.isCopied) return undefined
      copy.modules.add(fileAt(to.address) ?? '')
      return inCopy(to.address)
    },
  })
}

/** An address that is relative to its page, as the others are: a folder is no page on a disk. */
function fromRoot(value: string, page: string): string {
  if (!value || /^(?:[a-z][a-z\d+.-]*:|#|\/)/i.test(value)) return value
  const { pathname, search, hash } = new URL(value, page)
  return pathname + search + hash
}

/** Pages of the copy are those of the docset; other files come with who names them. */
function has(copy: Copy, file: string): boolean {
  if (copy.made.has(file)) return true
  if (file.endsWith('.html')) return copy.files.includes(file)
  if (file.endsWith('.md') || !copy.read(file)) return false
  take(copy, file)
  return true
}

function take({ made, read }: Copy, file: string): Uint8Array {
  const bytes = read(file) ?? new Uint8Array()
  made.set(file, bytes)
  return bytes
}

/** The search of the language, and the whole table of contents of a large docset. */
function fetchedPages({ files, place }: Copy): string[] {
  const search = fileAt(searchPath(place.locale))
  const contents = `${docsetPath(place.locale, place.docset)}contents`
  return files.filter(
    (file) =>
      file === search ||
      (`/${file}`.startsWith(contents) && /contents(?:-\d+)?\/index\.html$/.test(file)),
  )
}

async function addScripts(copy: Copy) {
  const { modules, made, read, place } = copy
  const scripts = await classicScripts([...modules].toSorted(), read, (path) => {
    const to = copiedAddress(path, place, (file) => !file.endsWith('.html') && has(copy, file))
    return to?.isCopied ? to.address : undefined
  })
  for (const [file, text] of scripts) made.set(file, strToU8(text))
  made.set(`${scriptsFolder}/copy.js`, strToU8(await runtimeScript()))
}

/** Files that style sheets name come with them, and may be style sheets. */
function copyStyles(copy: Copy) {
  const isSheet = (file: string) => file.endsWith('.css')
  const done = new Set<string>()
  let next: string | undefined
  while ((next = [...copy.made.keys()].find((file) => isSheet(file) && !done.has(file)))) {
    const file = next
    done.add(file)
    const text = new TextDecoder().decode(copy.made.get(file))
    const changed = text.replace(/url\(\s*(["']?)(\/[^"')]+)\1\s*\)/g, (whole, _quote, value) => {
      const to = copiedAddress(String(value), copy.place, (asked) => has(copy, asked))
      return to ? `url("${to.isCopied ? toRoot(file) : ''}${to.address}")` : String(whole)
    })
    copy.made.set(file, strToU8(changed))
  }
}

function dataScript(files: Iterable<readonly [string, Uint8Array]>): Uint8Array {
  const texts = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')])
  return strToU8(`passerelleCopy.add(${JSON.stringify(Object.fromEntries(texts))})\n`)
}

/** What a reader opens: the first page by a name that is easy to find. */
function firstPage({ place, title, language }: CopySources): string {
  const to = escapeMarkup(`${place.start.slice(1)}index.html`)
  const name = escapeMarkup(title)
  return `<!doctype html>
<html lang="${escapeMarkup(language)}">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0;url=${to}">
<title>${name}</title>
<p><a href="${to}">${name}</a></p>
</html>
`
}
