/** What a site has besides its pages, and the check of all addresses. */
import type { ReadSite } from '../docsets/read-site.ts'
import { digestAll } from '../facts/digest.ts'
import { hostFiles } from '../hosting/hosts.ts'
import { goLinkPath } from '../i18n/paths.ts'
import { type BuiltSite, checkBuilt } from '../permalinks/built/check.ts'
import type { Scan } from '../permalinks/built/scan.ts'
import { goLinkPages } from '../permalinks/go-link-pages.ts'
import { asDocfxPublishes } from '../report/docfx-policy.ts'
import { type ReportedProblem, toProblems } from '../report/problems.ts'
import { readBuilt } from './links/read-built.ts'
import type { CheckedLinks, SiteFiles, SiteWriter } from './site-writer.ts'

/** Redirects, headers and whatever else web servers read. Files that are there stay. */
export function writeHostFiles(
  read: ReadSite,
  { has, write }: Pick<SiteWriter, 'has' | 'write'>,
): void {
  const { contents, site } = read
  const redirects = contents.flatMap((content) => content.redirects)
  const goLinks = goLinkPages(read).filter(({ place }) => place.removed)
  const removed = [
    ...contents.flatMap((content) => content.removed ?? []).map(({ path }) => path),
    ...goLinks.map(({ id }) => goLinkPath(id)),
  ]
  for (const [path, text] of hostFiles(site, { redirects, removed })) {
    if (!has(path)) write(path, text)
  }
}

/** What is known of built pages without reading them. */
export interface KnownPages {
  /** What each page names, by its path. */
  scans: ReadonlyMap<string, Scan>
  /** What search finds, as addresses. */
  targets: readonly string[]
}

/** The site whose place the new one takes. */
export interface CheckedBefore {
  links: CheckedLinks | undefined
  /** Whether a file is the same as in that site. */
  isSame: (file: string) => boolean
}

/**
 * Links of the built site that lead nowhere.
 *
 * Where all that addresses may lead to is what it was, only files that have changed are checked.
 */
export async function builtProblems(
  files: Pick<SiteFiles, 'read' | 'list'>,
  { site: { url, base }, isDocfx }: ReadSite,
  { scans, targets }: KnownPages,
  before?: CheckedBefore,
): Promise<{ problems: ReportedProblem[]; links?: CheckedLinks }> {
  const known = { origin: new URL(url).origin, base, scans, searchTargets: targets }
  const built = await readBuilt(files, (file) => file, known)
  if (!built) return { problems: [] }
  const world = worldOf(built, targets)
  const last = before?.links?.world === world ? before.links : undefined
  const again = new Set(last?.again)
  const isSound = (file: string) =>
    last !== undefined && !again.has(file) && (file === searchList || before!.isSame(file))
  const findings = checkBuilt(built, isSound)
  const problems = toProblems(findings.map(({ message }) => message))
  const toIndex = [...built.pages].filter(([file, scan]) => !isSound(file) && namesIndex(scan))
  const next = new Set(
    [...findings, ...toIndex.map(([file]) => ({ file }))].map(({ file }) => file),
  )
  return {
    problems: isDocfx ? asDocfxPublishes(problems) : problems,
    links: { world, again: [...next] },
  }
}

const indexFolder = 'pagefind/'
/** The name of the list of what search finds. */
const searchList = 'pagefind'

/** Files of the search index have other names when a word changes, and no template has a link to one. */
function worldOf({ origin, base, files, pages }: BuiltSite, targets: readonly string[]): string {
  const names = [...files].filter((file) => !file.startsWith(indexFolder))
  const ids = [...pages].map(([file, page]) => [file, page.lang, ...page.ids].join('\0'))
  return digestAll([origin, base, ...[names, ids, targets].map((all) => all.join('\n'))])
}

function namesIndex({ addresses }: Scan): boolean {
  return addresses.some(({ value }) => value.includes(indexFolder))
}
