/** The checks of translations in `check`. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { decodeFile } from '../translation/formats/decode-file.ts'
import type { TranslatedDocset } from '../docsets/translated-docset.ts'
import type { BlockPage } from '../translation/blocks/block.ts'
import { type Finding, messageOf } from '../translation/lint/finding.ts'
import { readIgnore, withoutAccepted } from '../translation/lint/ignore.ts'
import { type LintedDocset, lintSource, lintTranslation } from '../translation/lint/lint-docset.ts'
import type { Glossary } from '../translation/glossary/glossary.ts'
import { textDocsets } from '../translation/project/text-docsets.ts'
import { readTerms } from '../translation/glossary/read-terms.ts'
import { stateProblems } from '../translation/state/state-problems.ts'
import { type TranslationSources, readTeamData } from '../translation/project/load-translations.ts'
import type { Terminal } from './command.ts'
import { l10nFolder } from './l10n-folder.ts'

/** What to check. */
export interface LintRequest {
  /** The folder of translation data; undefined for `content/l10n`. */
  l10n?: string | undefined
  docset?: string | undefined
  locale?: string | undefined
}

export interface LintedSite {
  /** Findings, without those in `ignore.csv`. */
  findings: Finding[]
  messages: VFileMessage[]
  /** Every page that was checked, with what was found on it. One file may be the page of several languages. */
  pages: readonly LintedPageFindings[]
  /** The folder of translation data. */
  folder: string
}

interface LintedPageFindings {
  page: BlockPage
  findings: readonly Finding[]
}

/** Check all pages of the site, or those of the docset and language in `request`. */
export async function lintSite(
  site: TranslationSources,
  request: LintRequest,
  terminal: Pick<Terminal, 'cwd' | 'root'>,
): Promise<LintedSite> {
  const folder = await l10nFolder(site.docsets, request.l10n, terminal)
  const { files, nameOf } = site.context
  const { glossary, messages } = await readTerms(files, folder, terminal.root, nameOf)
  const ignorePath = `${folder}/ignore.csv`
  const ignoreName = nameOf(ignorePath)
  const { text, messages: damage } = decodeFile((await files.read(ignorePath)) ?? '', ignoreName)
  const ignored = readIgnore(text, ignoreName)
  append(messages, damage)
  const linted: LintedDocset[] = []
  const texts = await textDocsets(site, folder, terminal.root)
  for (const sources of [...site.docsets, ...texts]) {
    if (request.docset && sources.docset.id !== request.docset) continue
    const result = await lintDocset(site, sources, { folder, locale: request.locale, glossary })
    append(linted, result.linted)
    append(messages, result.messages)
  }
  const isPart = Boolean(request.docset ?? request.locale)
  const findings = linted.flatMap((item) => item.findings)
  const left = withoutAccepted(findings, ignored.accepted, ignoreName, isPart)
  return {
    findings: left.findings,
    messages: [
      ...messages,
      ...ignored.messages,
      ...left.messages,
      ...left.findings.map((finding) => messageOf(finding)),
    ],
    pages: pagesOf(linted, left.findings),
    folder,
  }
}

function pagesOf(linted: readonly LintedDocset[], left: readonly Finding[]): LintedPageFindings[] {
  const kept = new Set(left)
  const pages = new Map<string, { page: BlockPage; findings: Finding[] }>()
  for (const { pages: own, findings } of linted) {
    for (const page of own) {
      const key = `${page.locale} ${page.name}`
      const known = pages.get(key) ?? { page, findings: [] }
      append(
        known.findings,
        findings.filter((finding) => finding.name === page.name && kept.has(finding)),
      )
      pages.set(key, known)
    }
  }
  return [...pages.values()]
}

/** Every language of a docset, or one; `messages` are those of its lock, memory and states. */
async function lintDocset(
  site: TranslationSources,
  sources: TranslatedDocset,
  {
    folder,
    locale: only,
    glossary,
  }: { folder: string; locale?: string | undefined; glossary: Glossary },
): Promise<{ linted: LintedDocset[]; messages: VFileMessage[] }> {
  const { docset, kind } = sources
  const settings = { glossary, french: spacingOf(sources, site.docsets) }
  const linted: LintedDocset[] = []
  const messages: VFileMessage[] = []
  const wanted = docset.editions.filter(({ locale }) => !only || locale === only)
  // The source comes last, because its pages are read with those of a translation.
  for (const { locale } of wanted.toReversed()) {
    if (locale === docset.sourceLocale) {
      // Translators of a docfx docset cannot change its source.
      if (kind === 'docfx' || kind === 'tree') continue
      linted.push(await lintSource(sources, site.context, settings, linted[0]?.sources))
      continue
    }
    const team = await readTeamData(site, folder, { opened: sources, locale })
    const { lock } = team.data
    const result = await lintTranslation(sources, locale, site.context, settings, lock)
    linted.push(result)
    append(messages, team.messages)
    // In a site, these are reported when its pages are read.
    if (kind === 'tree') append(messages, result.unreadable)
    // Without a lock there are no states.
    if (lock.entries.length > 0) {
      append(
        messages,
        result.paired.flatMap(({ pairs, page }) => stateProblems(pairs, page)),
      )
    }
  }
  return { linted, messages }
}

/** Guides keep to one kind of space each, and so do texts beside them; a docset from elsewhere may have both. */
function spacingOf(opened: TranslatedDocset, docsets: readonly TranslatedDocset[]) {
  const guide = opened.kind === 'texts' ? docsets.find(({ kind }) => kind === 'guide') : opened
  return guide?.kind === 'guide'
    ? { spacing: guide.docset.config.values.french, isStrict: true }
    : { spacing: 'microsoft' as const }
}
