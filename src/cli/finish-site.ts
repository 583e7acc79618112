/** What a site has besides its pages, and the check of all addresses. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ReadSite } from '../docsets/read-site.ts'
import { hostFiles } from '../hosting/hosts.ts'
import { goLinkPath } from '../i18n/paths.ts'
import { checkBuilt } from '../permalinks/built/check.ts'
import type { Scan } from '../permalinks/built/scan.ts'
import { goLinkPages } from '../permalinks/go-link-pages.ts'
import { asDocfxPublishes } from '../report/docfx-policy.ts'
import { type ReportedProblem, toProblems } from '../report/problems.ts'
import { readBuilt } from './links/read-built.ts'

/** Redirects, headers and whatever else web servers read. Files that are there stay. */
export async function writeHostFiles(read: ReadSite, folder: string): Promise<void> {
  const { contents, site } = read
  const redirects = contents.flatMap((content) => content.redirects)
  const goLinks = goLinkPages(read).filter(({ place }) => place.removed)
  const removed = [
    ...contents.flatMap((content) => content.removed ?? []).map(({ path }) => path),
    ...goLinks.map(({ id }) => goLinkPath(id)),
  ]
  for (const [path, text] of hostFiles(site, { redirects, removed })) {
    const to = join(folder, path)
    if (existsSync(to)) continue
    await mkdir(dirname(to), { recursive: true })
    await writeFile(to, text)
  }
}

/** What is known of built pages without reading them. */
export interface KnownPages {
  /** What each page names, by its path. */
  scans: ReadonlyMap<string, Scan>
  /** What search finds, as addresses. */
  targets: readonly string[]
}

/** Links of the built site that lead nowhere. */
export async function builtProblems(
  folder: string,
  { site: { url, base }, isDocfx }: ReadSite,
  { scans, targets }: KnownPages,
): Promise<ReportedProblem[]> {
  const known = { origin: new URL(url).origin, base, scans, searchTargets: targets }
  const built = await readBuilt(folder, (file) => file, known)
  const problems = built ? toProblems(checkBuilt(built).map(({ message }) => message)) : []
  return isDocfx ? asDocfxPublishes(problems) : problems
}
