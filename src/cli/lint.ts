/** What `check` says of translations beside what it says of pages. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/append.ts'
import { nodeFileSystem } from '../node-file-system.ts'
import { decodeFile } from '../translation/formats/decode-file.ts'
import type { DocsetSources, SiteSources } from '../docsets/find-site.ts'
import type { BlockPage } from '../translation/blocks/block.ts'
import { readTmx } from '../translation/formats/tmx.ts'
import { parseLock } from '../translation/lock/lock.ts'
import { type Finding, messageOf } from '../translation/lint/finding.ts'
import { readIgnore, withoutAccepted } from '../translation/lint/ignore.ts'
import { type LintedDocset, lintSource, lintTranslation } from '../translation/lint/lint-docset.ts'
import { readTerms } from '../translation/glossary/read-terms.ts'
import { stateProblems } from '../translation/state/state-problems.ts'
import { fileNames } from '../translation/project/team-files.ts'
import type { Terminal } from './command.ts'
import { l10nFolder } from './l10n-folder.ts'

/** What is to be looked at, and where the team’s files are. */
export interface LintRequest {
  /** Folder of glossary, accepted findings and locks; undefined for the usual place. */
  l10n?: string | undefined
  docset?: string | undefined
  locale?: string | undefined
}

export interface LintedSite {
  /** Without those that the team has accepted. */
  findings: Finding[]
  messages: VFileMessage[]
  /** Every page that was looked at, by its name in messages. */
  pages: ReadonlyMap<string, BlockPage>
  /** The folder of glossary, accepted findings and locks. */
  folder: string
}

export async function lintSite(
  site: SiteSources,
  request: LintRequest,
  terminal: Pick<Terminal, 'cwd' | 'root'>,
): Promise<LintedSite> {
  const folder = await l10nFolder(site.docsets, request.l10n, terminal)
  const { nameOf: pathName } = site.context
  const { glossary, messages } = await readTerms(nodeFileSystem, folder, terminal.root, pathName)
  const ignored = readIgnore(await textOf('ignore.csv'), nameOf('ignore.csv'))
  const linted: LintedDocset[] = []
  for (const opened of site.docsets) {
    if (request.docset && opened.docset.id !== request.docset) continue
    append(linted, await lintAll(opened))
  }
  const isPart = Boolean(request.docset ?? request.locale)
  const findings = linted.flatMap((item) => item.findings)
  const left = withoutAccepted(findings, ignored.accepted, nameOf('ignore.csv'), isPart)
  return {
    findings: left.findings,
    messages: [
      ...messages,
      ...ignored.messages,
      ...left.messages,
      ...left.findings.map((finding) => messageOf(finding)),
    ],
    pages: new Map(linted.flatMap(({ pages }) => pages.map((page) => [page.name, page]))),
    folder,
  }

  async function lintAll(opened: DocsetSources): Promise<LintedDocset[]> {
    const { docset, kind } = opened
    const french = spacingOf(opened)
    const wanted = docset.editions.filter(
      ({ locale }) => !request.locale || locale === request.locale,
    )
    const results: LintedDocset[] = []
    // The source last: its pages are read with those of a translation.
    for (const { locale } of wanted.toReversed()) {
      const isSource = locale === docset.sourceLocale
      // The source of somebody else’s docset is not the translator’s to change.
      if (isSource && kind === 'docfx') continue
      const { lock: name, memory } = fileNames(docset.id, locale)
      const { lock, messages: damage } = parseLock(await textOf(name), nameOf(name))
      append(messages, [...damage, ...(await memoryProblems(memory, docset.sourceLocale, locale))])
      const item = isSource
        ? await lintSource(opened, site.context, { glossary, french }, results[0]?.sources)
        : await lintTranslation(opened, locale, site.context, { glossary, french }, lock)
      results.push(item)
      // Without a lock nobody has asked to be told.
      if (lock.entries.length > 0) {
        append(
          messages,
          item.paired.flatMap(({ pairs, page }) => stateProblems(pairs, page)),
        )
      }
    }
    return results
  }

  /** Nothing here needs the memory, but whoever broke it is here now. */
  async function memoryProblems(name: string, sourceLocale = '', targetLocale = '') {
    const bytes = await nodeFileSystem.read(`${folder}/${name}`)
    return bytes ? readTmx(bytes, nameOf(name), { sourceLocale, targetLocale }).messages : []
  }

  async function textOf(name: string): Promise<string> {
    const bytes = await nodeFileSystem.read(`${folder}/${name}`)
    const { text, messages: wrong } = decodeFile(bytes ?? '', nameOf(name))
    append(messages, wrong)
    return text
  }

  function nameOf(name: string): string {
    return site.context.nameOf(`${folder}/${name}`)
  }
}

/** Guides keep to one kind of space each; a docset from elsewhere may have both. */
function spacingOf(opened: DocsetSources) {
  return opened.kind === 'guide'
    ? { spacing: opened.docset.config.values.french, isStrict: true }
    : { spacing: 'microsoft' as const }
}
