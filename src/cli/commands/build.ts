/** `build`: check, let Astro draw the pages, index them, and publish whole or not at all. */
import { resolve } from 'node:path'
import { formatProblems } from '../../report/format.ts'
import { countErrors } from '../../report/problems.ts'
import { UsageError, readArguments, readBase, readFormat, readUrl } from '../arguments.ts'
import { withStates } from '../../translation/site/with-states.ts'
import { ledgerOption, ledgerRequest } from '../ledger-option.ts'
import { l10nFolder } from '../l10n-folder.ts'
import { loadSite } from '../load-site.ts'
import { Failure, failureDetails, failureText } from '../process/failure.ts'
import { publish, repairPublished } from '../publish.ts'
import { refuseForeign } from '../publish/marker.ts'
import { refusePlace } from '../publish/refuse-place.ts'
import type { Command } from '../command.ts'
import { builtProblems } from '../links/built-problems.ts'
import { buildPages } from '../build-pages.ts'
import { writeExtras } from '../write-extras.ts'
import { writeIndex } from '../write-index.ts'
import { cleanDrawings, writeOffers } from '../write-offers.ts'

export const command: Command = {
  usage: `build [folder…] [--out dist] [--url https://…] [--base /docs/] [--l10n folder]
      [--ledger file] [--keep-going] [--format text|json|github]
    Build the guides in content/, or docfx docsets: one folder for each language.
    --out         where the site goes (default: dist); what is there stays until the new site is whole
    --url, --base where the site will be published; for guides the default is in content/site.config.ts
    --l10n        where the glossary and the locks of translations are
    --ledger      the list of all that was ever published, if not permalinks.json beside the docset
    --keep-going  publish in spite of errors; the exit code is still 1`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      out: { type: 'string', default: 'dist' },
      url: { type: 'string' },
      base: { type: 'string' },
      l10n: { type: 'string' },
      ...ledgerOption,
      'keep-going': { type: 'boolean', default: false },
      format: { type: 'string' },
    })
    const format = readFormat(values.format)
    const from = positionals.length || values.out !== 'dist' ? terminal.cwd : terminal.root
    if (!values.out) throw new UsageError('Unexpected empty --out, expected a folder')
    const out = resolve(from, values.out)
    const publication = {
      url: values.url === undefined ? undefined : readUrl(values.url),
      base: values.base === undefined ? undefined : readBase(values.base),
      ledger: ledgerRequest(positionals, values.ledger, terminal),
    }

    await refusePlace(out, { root: terminal.root, docsets: [] })
    await refuseForeign(out)
    await repairPublished(out)
    const {
      sources: opened,
      read,
      problems,
    } = await loadSite(positionals, publication, terminal, async (site) => {
      const folder = await l10nFolder(site.docsets, values.l10n, terminal)
      return withStates(site, terminal.root, folder)
    })
    const editions = opened.docsets.flatMap(({ docset }) => docset.editions)
    const docsets = editions.map(({ root }) => root)
    await refusePlace(out, { root: terminal.root, docsets })
    if (problems.length) terminal.print(formatProblems(problems, format))
    let errors = countErrors(problems)
    if (errors && !values['keep-going']) {
      terminal.warn(
        `Nothing was published: ${out} is as it was. --keep-going publishes all the same.`,
      )
      return 1
    }

    if (read.documents.length === 0) {
      terminal.warn(`Nothing was published: there is no page to show. ${out} is as it was.`)
      return 1
    }

    try {
      const pages = await publish(
        out,
        async (folder) => {
          await buildPages({ sources: opened, read }, folder, terminal)
          await cleanDrawings(folder)
          await writeExtras(read, folder)
          const result = await writeIndex(folder, read)
          await writeOffers(read, folder, opened.context.files)
          const broken = await builtProblems(folder, (file) => file)
          const count = countErrors(broken)
          // What was found before is told at its author's line; of the files that come of it he has none.
          if (errors && count) terminal.warn(deadLinks(count))
          else if (broken.length) terminal.print(formatProblems(broken, format))
          if (count && !values['keep-going']) throw new Failure(`${count} addresses lead nowhere.`)
          errors += count
          return result
        },
        terminal,
      )
      terminal.warn(`${read.documents.length} pages built, ${pages} of them searchable: ${out}`)
      return errors ? 1 : 0
    } catch (error) {
      if (!(error instanceof Error) || error instanceof UsageError) throw error
      terminal.warn(`Nothing was published: ${out} is as it was. ${failureText(error, terminal)}`)
      const details = failureDetails(error, terminal.debug)
      if (details) terminal.warn(details)
      return 1
    }
  },
}

function deadLinks(count: number): string {
  const links = count === 1 ? '1 link leads' : `${count} links lead`
  return `${links} nowhere on the published pages. The problems above say what to mend.`
}
