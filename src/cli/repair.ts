/** `check --fix`: write what is safe to repair, each file whole or not at all. */
import { chmod, rename, rm, stat, writeFile } from 'node:fs/promises'
import { disk } from '../disk.ts'
import { decode } from '../docsets/decode.ts'
import type { OpenedSite } from '../docsets/open-site.ts'
import { renameInIgnore } from '../translation/lint/ignore.ts'
import { repairPage } from '../translation/lint/repair.ts'
import { renameTargets } from '../translation/lock-changes.ts'
import { parseLock, serializeLock } from '../translation/lock.ts'
import type { LintedSite } from './lint.ts'

/** How many places in how many files were repaired. */
export interface RepairCount {
  places: number
  files: number
}

/**
 * Repair the pages of a run. Blocks that got new hashes keep what the lock and `ignore.csv` say of them.
 */
export async function repairSite(site: OpenedSite, linted: LintedSite): Promise<RepairCount> {
  const count: RepairCount = { places: 0, files: 0 }
  const renamed = new Map<string, string>()
  const paths = pathsOf(site)
  for (const page of linted.pages.values()) {
    const repaired = repairPage(
      page,
      linted.findings.filter(({ name }) => name === page.name),
    )
    const path = paths.get(page.name)
    if (repaired.count === 0 || !path) continue
    if (!(await rewrite(path, (text) => (text === page.text ? repaired.text : text)))) continue
    count.files++
    count.places += repaired.count
    for (const [before, after] of repaired.renamed) renamed.set(before, after)
  }
  if (renamed.size > 0) await renameHashes(site, linted.folder, renamed)
  return count
}

async function renameHashes(
  site: OpenedSite,
  folder: string,
  renamed: ReadonlyMap<string, string>,
): Promise<void> {
  await rewrite(`${folder}/ignore.csv`, (text) => renameInIgnore(text, renamed))
  for (const { docset } of site.docsets) {
    for (const { locale } of docset.editions) {
      await rewrite(`${folder}/${docset.id}.${locale}.lock`, (text) => {
        const { lock } = parseLock(text, '')
        const changed = renameTargets(lock, renamed)
        return changed === lock ? text : serializeLock(changed)
      })
    }
  }
}

/** Whether a file of UTF-8 text was there and has changed. */
async function rewrite(path: string, change: (text: string) => string): Promise<boolean> {
  const bytes = await disk.read(path)
  if (!bytes) return false
  const { text, message } = decode(bytes, path)
  const changed = change(text)
  if (message || changed === text) return false
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : ''
  const fresh = `${path}.passerelle-new`
  try {
    await writeFile(fresh, mark + changed)
    await chmod(fresh, (await stat(path)).mode)
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
  return true
}

/** Where the files are that messages name. */
function pathsOf({ docsets, context }: OpenedSite): Map<string, string> {
  const files = docsets.flatMap(({ docset }) =>
    docset.editions.flatMap(({ root, pages, resources }) => [
      ...pages.map(({ absolute }) => absolute),
      ...resources.map((path) => `${root}/${path}`),
    ]),
  )
  return new Map(files.map((path) => [context.nameOf(path), path]))
}
