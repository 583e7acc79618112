/** Which files a browser keeps to show a docset in one language without a network. */
import { append } from '#plugins/large-arrays.ts'
import { digest } from '../facts/digest.ts'
import { decodeEntities } from '../permalinks/built/scan.ts'
import { fileOfPath } from './addresses.ts'
import type { ReadBuilt } from './scripts.ts'
import type { KeptList } from './worker.client.ts'

/** What is asked for the list of a docset. */
export interface KeptSources {
  base: string
  /** Paths of its pages, and of the pages that it needs besides. */
  pages: readonly string[]
  /** Paths of other files that it needs. */
  files: readonly string[]
  read: ReadBuilt
}

/** Files that contain addresses of others. */
const isRead = /\.(?:html|css|js)$/
/** Pages come from the list; films are too large; twins and zips are for others. */
const isLeftOut = /\.(?:html|md|zip|mp4|webm|ogv|mp3|ogg|wav|xml)$/i

/** The list, by addresses below the base: a page’s is its folder. The same for the same files. */
export function keptList({ base, pages, files, read }: KeptSources): KeptList {
  const digests = new Map<string, string>()
  const waiting = [...pages, ...files]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const bytes = digests.has(file) ? undefined : read(file)
    if (!bytes) continue
    digests.set(file, digest(bytes))
    if (!isRead.test(file)) continue
    const text = new TextDecoder().decode(bytes)
    append(
      waiting,
      named(text, file, base).filter((other) => !isLeftOut.test(other)),
    )
  }
  const sorted = [...digests]
    .map(([file, key]) => [addressOf(file), key] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const list: KeptList['files'] = Object.fromEntries(sorted)
  return { version: digest(list), files: list }
}

function addressOf(file: string): string {
  return encodeURI(file.endsWith('.html') ? file.replace(/index\.html$/, '') : file)
}

/** Anything that looks like the address of a file of the site; what is none is not there to be read. */
function named(text: string, file: string, base: string): string[] {
  const addresses = text.matchAll(/["'`(\s,=]((?:\/|\.{1,2}\/)[^"'`()\s,<>$\\]+\.\w+)/g)
  return [...addresses].flatMap(([, address = '']) => {
    const url = URL.parse(decodeEntities(address), `file://${base}${file}`)
    if (!url?.pathname.startsWith(base)) return []
    const path = fileOfPath(url.pathname.slice(base.length))
    return path === undefined ? [] : [path]
  })
}
