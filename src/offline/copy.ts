/** Make the offline copy of a docset in one language: a zip of a folder whose pages open from a disk. */
import { strToU8, zipSync } from 'fflate'
import { escapeMarkup } from '../components/markup.ts'
import { absolute, docsetPath, searchPath } from '../i18n/paths.ts'
import {
  type CopiedEdition,
  copiedAddress,
  copyName,
  fileOfPath,
  rootFrom,
  rootMarker,
  scriptsFolder,
} from './addresses.ts'
import { copiedPage } from './pages.ts'
import { type ReadBuilt, classicScripts, runtimeScript } from './scripts.ts'

/** What a copy is made of. */
export interface CopySources {
  edition: CopiedEdition
  /** The docset’s title, and the language that it is in. */
  title: string
  language: string
  /** Paths of the docset’s own files: pages, and the data that they fetch. */
  files: readonly string[]
  /** Reads a file of the built site. */
  read: ReadBuilt
  /** The docset’s search index, by path below `pagefind/`. */
  index: ReadonlyMap<string, Uint8Array>
  /** A line for the footer of each page; `{address}` becomes a link to the page on the site. */
  notice: string
}

/** A copy in the making. */
interface Copy {
  sources: CopySources
  /** `sources.files`. */
  own: ReadonlySet<string>
  /** The copy’s files by path. */
  contents: Map<string, Uint8Array>
  /** Paths of the modules that its pages load. */
  modules: Set<string>
}

/** The zip: the same bytes for the same sources, on every machine and at any time. */
export async function offlineZip(sources: CopySources): Promise<Uint8Array> {
  const copy: Copy = {
    sources,
    own: new Set(sources.files),
    contents: new Map(),
    modules: new Set(),
  }
  const { contents } = copy
  const data = addOwnFiles(copy)
  await addScripts(copy)
  rewriteStyles(copy)
  const index = [...sources.index].map(([path, bytes]) => [`pagefind/${path}`, bytes] as const)
  contents.set(`${scriptsFolder}/data.js`, dataScript(data))
  contents.set(`${scriptsFolder}/search.js`, dataScript(index))
  contents.set('index.html', strToU8(firstPage(sources)))
  const folder = copyName(sources.edition)
  const files = [...contents].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(
    Object.fromEntries(files.map(([path, bytes]) => [`${folder}/${path}`, bytes])),
    // A zip holds local times, so this one is made of local fields.
    { level: 9, mtime: new Date(1980, 0, 1) },
  )
}

/** Adds the docset’s pages and tables, and gives what its pages fetch, by path. */
function addOwnFiles(copy: Copy): Map<string, Uint8Array> {
  const { sources, contents } = copy
  const data = new Map<string, Uint8Array>()
  for (const file of sources.files) {
    if (file.endsWith('.html')) contents.set(file, pageBytes(copy, file, rootFrom(file)))
    else if (file.endsWith('.json')) data.set(file, jsonData(copy, file))
    else if (file.endsWith('.csv')) data.set(file, includeAsIs(copy, file))
  }
  // These pages become parts of other pages, so their addresses cannot be relative to themselves.
  for (const file of fetchedPages(sources)) data.set(file, pageBytes(copy, file, rootMarker))
  return data
}

/** @param root - Prefix of addresses in the copy. */
function pageBytes(copy: Copy, file: string, root: string): Uint8Array {
  const { edition, read, notice } = copy.sources
  const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`
  const online = absolute(edition.site, encodeURI(path))
  const html = copiedPage(new TextDecoder().decode(read(file)), {
    root,
    notice,
    docset: edition.docset,
    online,
    address(value) {
      const to = copiedAddress(fromSiteRoot(value, online), edition, (asked) =>
        include(copy, asked),
      )
      return to?.isCopied ? root + to.address : to?.address
    },
    module(value) {
      const to = copiedAddress(value, edition, (asked) => read(asked) !== undefined)
      if (!to?.isCopied) return undefined
      copy.modules.add(fileOfPath(to.address) ?? '')
      return root + to.address
    },
  })
  return strToU8(html)
}

/** JSON with the copy’s addresses; the file itself is not in the copy, because pages cannot fetch it. */
function jsonData({ sources, own }: Copy, file: string): Uint8Array {
  const { edition, read } = sources
  const value: unknown = JSON.parse(new TextDecoder().decode(read(file)), (_key, text: unknown) => {
    if (typeof text !== 'string') return text
    const to = copiedAddress(text, edition, (asked) => own.has(asked))
    return to?.isCopied ? rootMarker + to.address : (to?.address ?? text)
  })
  return strToU8(JSON.stringify(value))
}

/** Makes a relative address absolute, as `copiedAddress` expects. */
function fromSiteRoot(value: string, page: string): string {
  if (!value || /^(?:[a-z][a-z\d+.-]*:|#|\/)/i.test(value)) return value
  const { pathname, search, hash } = new URL(value, page)
  return pathname + search + hash
}

/** Adds a file that a page, style sheet or script names. Of other docsets’ pages none is added. */
function include(copy: Copy, file: string): boolean {
  const { contents, own, sources } = copy
  if (contents.has(file)) return true
  if (file.endsWith('.html')) return own.has(file)
  if (file.endsWith('.md') || !sources.read(file)) return false
  includeAsIs(copy, file)
  return true
}

function includeAsIs({ contents, sources }: Copy, file: string): Uint8Array {
  const bytes = sources.read(file) ?? new Uint8Array()
  contents.set(file, bytes)
  return bytes
}

/** The search page, and the pages that hold the whole table of contents of a large docset. */
function fetchedPages({ files, edition }: CopySources): string[] {
  const search = fileOfPath(searchPath(edition.locale))
  const contents = `${docsetPath(edition.locale, edition.docset)}contents`
  return files.filter(
    (file) =>
      file === search ||
      (`/${file}`.startsWith(contents) && /contents(?:-\d+)?\/index\.html$/.test(file)),
  )
}

async function addScripts(copy: Copy) {
  const { modules, contents, sources } = copy
  const { read, edition } = sources
  const scripts = await classicScripts([...modules].toSorted(), read, (path) => {
    const isFile = (file: string) => !file.endsWith('.html') && include(copy, file)
    const to = copiedAddress(path, edition, isFile)
    return to?.isCopied ? to.address : undefined
  })
  for (const [file, text] of scripts) contents.set(file, strToU8(text))
  contents.set(`${scriptsFolder}/copy.js`, strToU8(await runtimeScript()))
}

/** Adds the files that style sheets name, style sheets among them, and makes their addresses relative. */
function rewriteStyles(copy: Copy) {
  const { contents, sources } = copy
  // A map is iterated in the order of insertion, so style sheets that are added here have their turn.
  for (const [file, bytes] of contents) {
    if (!file.endsWith('.css')) continue
    const text = new TextDecoder().decode(bytes)
    const rewritten = text.replace(/url\(\s*(["']?)(\/[^"')]+)\1\s*\)/g, (whole, _quote, value) => {
      const to = copiedAddress(String(value), sources.edition, (asked) => include(copy, asked))
      return to ? `url("${to.isCopied ? rootFrom(file) : ''}${to.address}")` : String(whole)
    })
    contents.set(file, strToU8(rewritten))
  }
}

/** A script that gives `runtime.client.ts` the bytes of files. */
function dataScript(files: Iterable<readonly [string, Uint8Array]>): Uint8Array {
  const texts = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')])
  return strToU8(`passerelleCopy.add(${JSON.stringify(Object.fromEntries(texts))})\n`)
}

/** `index.html` of the folder, which readers open first. */
function firstPage({ edition, title, language }: CopySources): string {
  const to = escapeMarkup(`${edition.start.slice(1)}index.html`)
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
