/** Does every address of a built site lead to something that is there? */
import type { VFileMessage } from 'vfile-message'
import { type Problem, defineProblems, problemAt } from '#plugins/problems.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import { decodePart } from '#plugins/percent-encoding.ts'
import type { BuiltAddress, Scan } from './scan.ts'

/** A site as it lies in its folder; paths are those of files in it: `en/guide/index.html`. */
export interface BuiltSite {
  /** Origin of its absolute addresses, and where it will lie there: `/`, `/docs/`. */
  origin: string
  base: string
  files: ReadonlySet<string>
  pages: ReadonlyMap<string, Scan>
  /** Addresses by the file that has them, besides those of pages. */
  lists: readonly { file: string; addresses: readonly string[] }[]
  /** The file's name in messages. */
  nameOf: (file: string) => string
}

const problem = defineProblems({
  'built-dead': (where: string, address: string, near: string | undefined) => ({
    severity: 'error',
    reason: `Unexpected \`${address}\` (${where}), expected an address of something that was built${meant(near)}`,
  }),
  'built-anchor': (where: string, address: string, near: string | undefined) => ({
    severity: 'error',
    reason: `Unexpected \`${address}\` (${where}), expected an anchor that its page has${meant(near)}`,
  }),
  'built-base': (where: string, address: string, base: string) => ({
    severity: 'error',
    reason: `Unexpected \`${address}\` (${where}), expected an address below \`${base}\`, where the site lies`,
  }),
  'built-language': (where: string, address: string, lang: string) => ({
    severity: 'warning',
    reason: `Unexpected \`${address}\` (${where}), a page in another language; expected one in \`${lang}\`, or \`hreflang\` at the link`,
  }),
})

/** An address that leads nowhere, or not where it should. */
export interface BuiltFinding {
  file: string
  /** As it stands there. */
  address: string
  message: VFileMessage
}

function meant(near: string | undefined): string {
  return near === undefined ? '' : `; did you mean \`${near}\`?`
}

/** In the order of the files; each address of a file is told once. */
export function checkBuilt(site: BuiltSite): BuiltFinding[] {
  const { origin, base, files, pages, lists } = site
  const languages = new Set(
    [...pages].flatMap(([file, { lang }]) => (lang && file === `${lang}/index.html` ? [lang] : [])),
  )
  const addressOf = (file: string) => base + encodeURI(withoutIndex(file))
  /** The same address means the same wherever it stands, if it is absolute. */
  const known = new Map<string, ReturnType<typeof read>>()
  const all = [...files].map(withoutIndex)
  const findings: BuiltFinding[] = []

  for (const [file, { lang, addresses }] of pages) {
    const location = origin + addressOf(file)
    const own = file.split('/')[0] === lang ? lang : undefined
    check(file, location, addresses, languages.size > 1 ? own : undefined)
  }
  for (const { file, addresses } of lists) {
    const where = redirectFiles.has(file) ? 'redirect' : 'address'
    const named = addresses.map((value) => ({ where, value, isOfLanguage: true }))
    check(file, origin + base, named, undefined)
  }
  return findings

  function check(
    file: string,
    at: string,
    addresses: readonly BuiltAddress[],
    lang: string | undefined,
  ): void {
    const messages = new Set<string>()
    for (const { where, value, isOfLanguage } of addresses) {
      // Our own templates write no whole addresses there: `check` has told of it where it was written.
      if (isWhole(value) && (where.startsWith('a ') || where === 'redirect')) continue
      const target = value.startsWith('/') ? remembered(value) : read(value, at)
      if (!target) continue
      const result =
        wrong(where, value, target) ?? otherLanguage(where, value, isOfLanguage, target)
      if (!result || messages.has(result.reason)) continue
      messages.add(result.reason)
      findings.push({ file, address: value, message: problemAt(site.nameOf(file), result) })
    }

    function otherLanguage(
      where: string,
      value: string,
      isOfLanguage: boolean,
      { file: to }: Target,
    ): Problem | undefined {
      const language = to.split('/')[0] ?? ''
      if (!lang || isOfLanguage || !where.startsWith('a ')) return undefined
      return languages.has(language) && language !== lang
        ? problem('built-language', where, value, lang)
        : undefined
    }
  }

  function remembered(value: string): Target | undefined {
    if (!known.has(value)) known.set(value, read(value, origin + base))
    return known.get(value)
  }

  /** Undefined for what is not of this site. */
  function read(value: string, at: string): Target | undefined {
    const url = URL.parse(value, at)
    if (!url || url.origin !== origin || !/^https?:$/.test(url.protocol)) return undefined
    const typedAnchor = url.hash.slice(1)
    const anchors = { anchor: decodePart(typedAnchor), typedAnchor }
    if (!url.pathname.startsWith(base)) return { path: '', file: '', ...anchors, isOutside: true }
    const path = decodePart(url.pathname.slice(base.length))
    const index = path === '' || path.endsWith('/') ? `${path}index.html` : `${path}/index.html`
    return { path, file: files.has(path) ? path : index, ...anchors, isOutside: false }
  }

  function wrong(where: string, value: string, target: Target) {
    const { path, file, anchor, typedAnchor, isOutside } = target
    if (isOutside) return problem('built-base', where, value, base)
    if (!files.has(file)) {
      const near = nearestName(path, all)
      return problem('built-dead', where, value, near && addressOf(near))
    }
    const page = pages.get(file)
    // `#top` and text fragments are the browser's.
    if (!page || !anchor || anchor === 'top' || anchor.startsWith(':~:')) return undefined
    // Browsers look for the id as typed first (https://html.spec.whatwg.org/#find-a-potential-indicated-element).
    if (page.ids.has(anchor) || page.ids.has(typedAnchor)) return undefined
    const near = nearestName(anchor, [...page.ids])
    return problem('built-anchor', where, value, near && `#${near}`)
  }
}

/** Their targets are as authors wrote them. */
const redirectFiles = new Set(['_redirects', '.nginx/http.conf', 'staticwebapp.config.json'])

function isWhole(address: string): boolean {
  return /^https?:/i.test(address)
}

interface Target {
  /** As the address has it, below the base. */
  path: string
  /** The file that a server would send. */
  file: string
  anchor: string
  typedAnchor: string
  isOutside: boolean
}

function withoutIndex(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1')
}
