/** Check that every address of a built site leads to something that is there. */
import type { VFileMessage } from 'vfile-message'
import { type Problem, defineProblems, problemAt } from '#plugins/problems.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import { decodePart } from '#plugins/percent-encoding.ts'
import type { BuiltAddress, Scan } from './scan.ts'

/** A site in its folder; paths are those of files in it: `en/guide/index.html`. */
export interface BuiltSite {
  /** Origin of its absolute addresses, and its path there: `/`, `/docs/`. */
  origin: string
  base: string
  files: ReadonlySet<string>
  pages: ReadonlyMap<string, Scan>
  /** Addresses by the file that has them, besides those of pages. */
  lists: readonly { file: string; addresses: readonly string[] }[]
  /** The file's name in messages. */
  nameOf: (file: string) => string
}

const problem = defineProblems('links', {
  'built-dead': (where: string, address: string, near: string | undefined) => ({
    severity: 'error',
    reason: `\`${address}\` (${where}) leads to nothing on the built site.${meant(near)}`,
  }),
  'built-anchor': (where: string, address: string, near: string | undefined) => ({
    severity: 'error',
    reason: `\`${address}\` (${where}) names an anchor that its page does not have.${meant(near)}`,
  }),
  'built-base': (where: string, address: string, base: string) => ({
    severity: 'error',
    reason: `\`${address}\` (${where}) is outside \`${base}\`, the base path of the site.`,
  }),
  'built-language': (where: string, address: string, lang: string) => ({
    severity: 'warning',
    reason: `\`${address}\` (${where}) leads to another language. Link to the page in \`${lang}\`, or add \`hreflang\` to the link.`,
  }),
})

/** An address that leads nowhere, or not where it should. */
export interface BuiltFinding {
  file: string
  /** As it is written there. */
  address: string
  message: VFileMessage
}

function meant(near: string | undefined): string {
  return near === undefined ? '' : ` Did you mean \`${near}\`?`
}

/** A built site, with what its addresses are looked up in. */
interface Lookup extends BuiltSite {
  /** Languages that have pages in a folder of their own. */
  languages: ReadonlySet<string>
  /** Paths of all files, `index.html` left out, for near names. */
  paths: readonly string[]
  /** Absolute paths that were read already: they mean the same on every page. */
  known: Map<string, Target | undefined>
}

/** Addresses of one file, and from where they are read. */
interface AddressList {
  file: string
  /** Full address of the file. */
  location: string
  addresses: readonly BuiltAddress[]
  /** The language that links should stay in; undefined where any will do. */
  lang: string | undefined
}

/**
 * In the order of the files; each address of a file is reported once.
 *
 * @param isSound - Whether a file is known to have nothing to report.
 */
export function checkBuilt(
  site: BuiltSite,
  isSound: (file: string) => boolean = () => false,
): BuiltFinding[] {
  const { origin, base, files, pages, lists } = site
  const languages = new Set(
    [...pages].flatMap(([file, { lang }]) => (lang && file === `${lang}/index.html` ? [lang] : [])),
  )
  const lookup: Lookup = {
    ...site,
    languages,
    paths: [...files].map(withoutIndex),
    known: new Map(),
  }
  const ofPages = [...pages].map(([file, { lang, addresses }]): AddressList => {
    const own = file.split('/')[0] === lang ? lang : undefined
    const location = origin + addressOf(base, file)
    return { file, location, addresses, lang: languages.size > 1 ? own : undefined }
  })
  const ofLists = lists.map(({ file, addresses }): AddressList => {
    const where = redirectFiles.has(file) ? 'redirect' : 'address'
    const named = addresses.map((value) => ({ where, value, isOfLanguage: true }))
    return { file, location: origin + base, addresses: named, lang: undefined }
  })
  return [...ofPages, ...ofLists].flatMap((list) =>
    isSound(list.file) ? [] : findingsIn(lookup, list),
  )
}

function addressOf(base: string, file: string): string {
  return base + encodeURI(withoutIndex(file))
}

function findingsIn(
  site: Lookup,
  { file, location, addresses, lang }: AddressList,
): BuiltFinding[] {
  const byReason = new Map<string, BuiltFinding>()
  for (const address of addresses) {
    const { where, value } = address
    // Templates write no full addresses there: `check` has reported the author's where it is typed.
    if (isWhole(value) && (where.startsWith('a ') || where === 'redirect')) continue
    const target = value.startsWith('/') ? readOnce(site, value) : readTarget(site, value, location)
    if (!target) continue
    const reason =
      deadProblem(site, address, target) ?? languageProblem(site, address, target, lang)
    if (!reason || byReason.has(reason.reason)) continue
    const message = problemAt(site.nameOf(file), reason)
    byReason.set(reason.reason, { file, address: value, message })
  }
  return [...byReason.values()]
}

function readOnce(site: Lookup, value: string): Target | undefined {
  const { known, origin, base } = site
  if (!known.has(value)) known.set(value, readTarget(site, value, origin + base))
  return known.get(value)
}

/** Undefined for what is not of this site. */
function readTarget(
  { origin, base, files }: BuiltSite,
  value: string,
  location: string,
): Target | undefined {
  const url = URL.parse(value, location)
  if (!url || url.origin !== origin || !/^https?:$/.test(url.protocol)) return undefined
  const typedAnchor = url.hash.slice(1)
  const anchors = { anchor: decodePart(typedAnchor), typedAnchor }
  if (!url.pathname.startsWith(base)) return { path: '', file: '', ...anchors, isOutside: true }
  const path = decodePart(url.pathname.slice(base.length))
  const index = path === '' || path.endsWith('/') ? `${path}index.html` : `${path}/index.html`
  return { path, file: files.has(path) ? path : index, ...anchors, isOutside: false }
}

function deadProblem(
  { base, files, pages, paths }: Lookup,
  { where, value }: BuiltAddress,
  { path, file, anchor, typedAnchor, isOutside }: Target,
): Problem | undefined {
  if (isOutside) return problem('built-base', where, value, base)
  if (!files.has(file)) {
    const near = nearestName(path, paths)
    return problem('built-dead', where, value, near && addressOf(base, near))
  }
  const page = pages.get(file)
  // `#top` and text fragments are the browser's.
  if (!page || !anchor || anchor === 'top' || anchor.startsWith(':~:')) return undefined
  // Browsers look for the id as typed first (https://html.spec.whatwg.org/#find-a-potential-indicated-element).
  const ids = idsOf(page)
  if (ids.has(anchor) || ids.has(typedAnchor)) return undefined
  const near = nearestName(anchor, page.ids)
  return problem('built-anchor', where, value, near && `#${near}`)
}

const idSets = new WeakMap<Scan, ReadonlySet<string>>()

/** Many links ask the same page. */
function idsOf(page: Scan): ReadonlySet<string> {
  const known = idSets.get(page) ?? new Set(page.ids)
  idSets.set(page, known)
  return known
}

/** A link that leads into another language without saying so. */
function languageProblem(
  { languages }: Lookup,
  { where, value, isOfLanguage }: BuiltAddress,
  { file }: Target,
  lang: string | undefined,
): Problem | undefined {
  const language = file.split('/')[0] ?? ''
  if (!lang || isOfLanguage || !where.startsWith('a ')) return undefined
  return languages.has(language) && language !== lang
    ? problem('built-language', where, value, lang)
    : undefined
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
