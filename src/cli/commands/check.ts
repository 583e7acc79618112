/** `check`: report all problems of the content, without a build. */
import type { BuildContext } from '../../docsets/build-context.ts'
import { formatProblems, plural } from '../../report/format-problems.ts'
import { overdueReviews } from '../../report/overdue-reviews.ts'
import { type ReportedProblem, countErrors, inOrder, toProblems } from '../../report/problems.ts'
import { UsageError, readArguments, readFormat } from '../arguments.ts'
import { textDocsets } from '../../translation/project/text-docsets.ts'
import type { TranslationSources } from '../../translation/project/load-translations.ts'
import { withStates } from '../../translation/site/with-states.ts'
import type { Command, Terminal } from '../command.ts'
import { ledgerOption, ledgerRequest } from '../ledger-option.ts'
import { l10nFolder, lockFolder } from '../l10n-folder.ts'
import { type LintRequest, type LintedSite, lintSite } from '../lint.ts'
import { loadSite } from '../load-site.ts'
import { problemOptions, readProblemOptions, withoutBaseline } from '../problem-options.ts'
import { siteRoots } from '../site-files.ts'
import type { Publication } from '../find-site.ts'
import { findForeign, findWorkbench } from '../find-workbench.ts'
import { fixPages } from '../repair.ts'

export const command: Command = {
  usage: `check [folder…] [--lint] [--fix] [--docset id] [--locale tag] [--l10n folder]
      [--ledger file] [--all] [--baseline file [--update-baseline]]
      [--format text|json|github|sarif] [--json]
    Check the guides in content/, or docfx docsets: one folder for each language. For pages of another
    generator, only the translations are checked.
    --lint    Also check the translations of docfx docsets; each option below implies this.
              Translations of guides are always checked.
    --fix     Fix what is safe to fix: spaces, apostrophes, locales in addresses, :::note.
    --docset, --locale   Check these translations only.
    --l10n    The folder of glossary.csv, ignore.csv and the locks.
    --ledger  The list of published pages and anchors (default: permalinks.json beside the docset).
    --all     List all warnings, not only the first places of frequent ones.
    --baseline   Hide the warnings that this file lists; --update-baseline writes it.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      format: { type: 'string' },
      json: { type: 'boolean' },
      lint: { type: 'boolean' },
      fix: { type: 'boolean' },
      docset: { type: 'string' },
      locale: { type: 'string' },
      l10n: { type: 'string' },
      ...ledgerOption,
      ...problemOptions,
    })
    const format = readFormat(values.json ? 'json' : values.format)
    const reporting = readProblemOptions(values, terminal)
    // A docfx docset has hundreds of findings that its reader cannot repair, so they need `--lint`.
    const { lint, fix, docset, locale, l10n } = values
    const isLinted = positionals.length === 0 || Boolean(lint || fix || docset || locale || l10n)
    const request = { docset, locale, l10n }
    if (fix && !(await repair(positionals, request, terminal))) return 1
    const ledger = ledgerRequest(positionals, values.ledger, terminal)
    const seen = await look(
      positionals,
      { ledger },
      { request: isLinted && request, l10n },
      terminal,
    )
    const problems = await withoutBaseline(seen.problems, reporting, terminal)
    terminal.print(formatProblems(problems, format, reporting))
    const left = seen.linted?.findings.filter(({ fix }) => fix).length ?? 0
    if (left > 0 && !fix) terminal.warn(`--fix can repair up to ${left} of them.`)
    return countErrors(problems) ? 1 : 0
  },
}

/** Write the repairs of `--fix`; false if that failed. */
async function repair(
  folders: readonly string[],
  request: LintRequest,
  terminal: Terminal,
): Promise<boolean> {
  const before = await findWorkbench(folders, terminal)
  await refuseUnknown(before, request, terminal)
  await lockFolder(await l10nFolder(before.docsets, request.l10n, terminal), terminal)
  // Again, because another command may have written meanwhile.
  const site = await findWorkbench(folders, terminal)
  const folder = await l10nFolder(site.docsets, request.l10n, terminal)
  const texts = await textDocsets(site, folder, terminal.root)
  const { places, files, failure } = await fixPages(
    { ...site, docsets: [...site.docsets, ...texts] },
    await lintSite(site, request, terminal),
    terminal,
    siteRoots(folders, terminal),
  )
  const done = `Repaired: ${plural(places, 'place')} in ${plural(files, 'file')}.`
  terminal.warn(failure ?? (files > 0 ? done : 'Nothing to repair.'))
  return failure === undefined
}

interface Seen extends Partial<BuildContext> {
  problems: ReportedProblem[]
  linted?: LintedSite
}

async function look(
  folders: readonly string[],
  publication: Publication,
  { request, l10n }: { request: LintRequest | false; l10n: string | undefined },
  terminal: Terminal,
): Promise<Seen> {
  const foreign = await findForeign(folders, terminal)
  if (foreign) {
    const wanted = request || { l10n }
    await refuseUnknown(foreign, wanted, terminal)
    const linted = await lintSite(foreign, wanted, terminal)
    return { linted, problems: inOrder(toProblems(linted.messages)) }
  }
  // With the states of blocks, as in a build: they show which steps and headings are the same.
  const site = await loadSite(folders, publication, terminal, async (opened) =>
    withStates(opened, terminal.root, await l10nFolder(opened.docsets, l10n, terminal)),
  )
  const { now = new Date() } = terminal
  const overdue = toProblems(overdueReviews(site.read.documents, now))
  const problems = inOrder([...site.problems, ...overdue])
  if (!request) return { ...site, problems }
  await refuseUnknown(site.sources, request, terminal)
  const linted = await lintSite(site.sources, request, terminal)
  return { ...site, linted, problems: inOrder([...problems, ...toProblems(linted.messages)]) }
}

async function refuseUnknown(
  site: TranslationSources,
  { docset, locale, l10n }: LintRequest,
  terminal: Pick<Terminal, 'cwd' | 'root'>,
): Promise<void> {
  const { docsets } = site
  const texts = await textDocsets(site, await l10nFolder(docsets, l10n, terminal), terminal.root)
  const ids = [...docsets, ...texts].map((item) => item.docset.id)
  if (docset && !ids.includes(docset)) {
    throw new UsageError(`There is no docset \`${docset}\`. Use --docset with ${ids.join(', ')}.`)
  }
  const editions = docsets.flatMap((item) => item.docset.editions)
  const locales = new Set(editions.map((edition) => edition.locale))
  if (locale && !locales.has(locale)) {
    throw new UsageError(
      `There is no locale \`${locale}\`. Use --locale with ${[...locales].join(', ')}.`,
    )
  }
}
