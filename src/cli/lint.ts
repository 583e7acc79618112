/** What `check` says of translations beside what it says of pages. */
import { dirname, resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { disk } from '../disk.ts'
import { decode } from '../docsets/decode.ts'
import type { OpenedDocset, OpenedSite } from '../docsets/open-site.ts'
import type { BlockPage } from '../translation/block.ts'
import { type Glossary, namesOnly, readGlossary } from '../translation/glossary.ts'
import { parseLock } from '../translation/lock.ts'
import { type Finding, messageOf } from '../translation/lint/finding.ts'
import { readIgnore, withoutAccepted } from '../translation/lint/ignore.ts'
import { type LintedDocset, lintSource, lintTranslation } from '../translation/lint/lint-docset.ts'
import type { Terminal } from './command.ts'

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
  site: OpenedSite,
  request: LintRequest,
  { cwd, root }: Terminal,
): Promise<LintedSite> {
  const own = `${root}/content/l10n`
  const isOwn = site.docsets.every(({ kind }) => kind === 'guide')
  const folder = request.l10n ? resolve(cwd, request.l10n) : isOwn ? own : besideOf(site.docsets)
  const { glossary, messages } = await readTerms()
  const ignored = readIgnore(await textOf('ignore.csv'), nameOf('ignore.csv'))
  const linted: LintedDocset[] = []
  for (const opened of site.docsets) {
    if (request.docset && opened.docset.id !== request.docset) continue
    linted.push(...(await lintAll(opened)))
  }
  const isPart = Boolean(request.docset ?? request.locale)
  const findings = linted.flatMap((one) => one.findings)
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

  async function lintAll(opened: OpenedDocset): Promise<LintedDocset[]> {
    const { docset, kind } = opened
    const french = spacingOf(opened)
    const wanted = docset.editions.filter(
      ({ locale }) => !request.locale || locale === request.locale,
    )
    const found: LintedDocset[] = []
    for (const { locale } of wanted) {
      const isSource = locale === docset.sourceLocale
      // The source of somebody else’s docset is not the translator’s to change.
      if (isSource && kind === 'docfx') continue
      const name = `${docset.id}.${locale}.lock`
      const { lock } = parseLock(await textOf(name), nameOf(name))
      found.push(
        isSource
          ? await lintSource(opened, site.context, { glossary, french })
          : await lintTranslation(opened, locale, site.context, { glossary, french }, lock),
      )
    }
    return found
  }

  /** Another team’s words are not ours to judge: of our glossary only names count there. */
  async function readTerms(): Promise<{ glossary: Glossary; messages: VFileMessage[] }> {
    const name = 'glossary.csv'
    if (folder === own || (await disk.read(`${folder}/${name}`))) {
      return readGlossary(await textOf(name), nameOf(name))
    }
    const bytes = await disk.read(`${own}/${name}`)
    const { glossary } = readGlossary(bytes ? decode(bytes, name).text : 'term', name)
    return { glossary: namesOnly(glossary), messages: [] }
  }

  async function textOf(name: string): Promise<string> {
    const bytes = await disk.read(`${folder}/${name}`)
    return bytes ? decode(bytes, name).text : ''
  }

  function nameOf(name: string): string {
    return site.context.nameOf(`${folder}/${name}`)
  }
}

function besideOf(docsets: readonly OpenedDocset[]): string {
  return `${dirname(docsets[0]?.docset.editions[0]?.root ?? '.')}/l10n`
}

/** Guides keep to one kind of space each; a docset from elsewhere may have both. */
function spacingOf(opened: OpenedDocset) {
  return opened.kind === 'guide'
    ? { spacing: opened.docset.config.values.french, isStrict: true }
    : { spacing: 'microsoft' as const }
}
