/** `check --fix`: write what is safe to repair, all of it or nothing. */
import { join } from 'node:path'
import { withAlerts } from '#plugins/guide/alert-containers.ts'
import type { NewPage } from '../translation/import/import-files.ts'
import { renameInIgnore } from '../translation/lint/ignore.ts'
import { repairPage } from '../translation/lint/repair.ts'
import { renameTargets } from '../translation/lock/lock-changes.ts'
import { parseLock, serializeLock } from '../translation/lock/lock.ts'
import { fileNames } from '../translation/project/team-files.ts'
import type { Terminal } from './command.ts'
import type { Workbench } from './find-workbench.ts'
import type { LintedSite } from './lint.ts'
import { pageFiles } from './page-files.ts'
import { type NewText, readText } from './replace-files.ts'
import { write } from './report-changes.ts'

export interface Repair {
  /** How many places in how many files were repaired. */
  places: number
  files: number
  /** What went wrong; nothing was written then. */
  failure?: string | undefined
}

/**
 * Repair the pages of a run. Blocks that got new hashes keep what the lock and `ignore.csv` say of them.
 *
 * @param roots - See `writablePath`.
 */
export async function fixPages(
  site: Workbench,
  linted: LintedSite,
  terminal: Pick<Terminal, 'cwd' | 'root'>,
  roots: readonly string[],
): Promise<Repair> {
  const paths = pathsOf(site)
  const pages = new Map<string, NewPage>()
  const renamed = new Map<string, string>()
  let places = 0
  for (const { page, findings } of linted.pages) {
    const file = paths.get(page.name)
    // Columns of one file are pages, too: the second one goes into the text that the first one left.
    const known = file === undefined ? undefined : pages.get(file)
    const { text, count, renamed: hashes } = repairPage(page, findings, known?.text)
    const alerts = page.dialect === 'guide' && !page.yaml ? withAlerts(text) : { text, count: 0 }
    if (count + alerts.count === 0 || !file) continue
    places += count + alerts.count
    pages.set(file, { file, before: page.yaml?.file ?? page.text, text: alerts.text })
    for (const [before, after] of hashes) renamed.set(before, after)
  }
  // A file that is not UTF-8 is reported by `check`, and left as it is.
  const { files } = await pageFiles([...pages.values()], site.context.nameOf)
  const kept = await keptFiles(site, linted.folder, renamed)
  const failure = await write([...files, ...kept], terminal, { roots })
  return { places, files: files.length, failure }
}

async function keptFiles(
  { docsets }: Workbench,
  folder: string,
  renamed: ReadonlyMap<string, string>,
): Promise<NewText[]> {
  const locks = docsets.flatMap(({ docset }) =>
    docset.editions.map(({ locale }) => fileNames(docset.id, locale).lock),
  )
  const changed = [
    changedFile('ignore.csv', (text) => renameInIgnore(text, renamed)),
    ...locks.map((name) =>
      changedFile(name, (text) => {
        const { lock, messages } = parseLock(text, name)
        // One of a newer Passerelle is not ours to write.
        if (messages.some(({ ruleId }) => ruleId === 'format-new')) return text
        const changed = renameTargets(lock, renamed)
        return changed === lock ? text : serializeLock(changed)
      }),
    ),
  ]
  return (await Promise.all(changed)).flat()

  async function changedFile(name: string, change: (text: string) => string): Promise<NewText[]> {
    const path = join(folder, name)
    const was = await readText(path)
    const text = was === undefined ? undefined : change(was)
    return text === undefined || text === was ? [] : [{ path, text, was }]
  }
}

/** Where the files are that messages name. */
function pathsOf({ docsets, context }: Workbench): Map<string, string> {
  const files = docsets.flatMap(({ docset }) =>
    docset.editions.flatMap(({ root, pages, resources }) => [
      ...pages.map(({ absolute }) => absolute),
      ...resources.map((path) => `${root}/${path}`),
    ]),
  )
  return new Map(files.map((path) => [context.nameOf(path), path]))
}
