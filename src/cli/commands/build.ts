/** `build`: check, draw the pages, index them, and publish whole or not at all. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { ReadSite } from '../../docsets/read-site.ts'
import { hostFiles } from '../../hosting/hosts.ts'
import { goLinkPath } from '../../i18n/paths.ts'
import { goLinkPages } from '../../permalinks/go-link-pages.ts'
import { formatProblems } from '../../report/format-problems.ts'
import { type ReportedProblem, countErrors, toProblems } from '../../report/problems.ts'
import { UsageError, readArguments, readBase, readFormat, readUrl } from '../arguments.ts'
import { ledgerOption, ledgerRequest } from '../ledger-option.ts'
import { type DrawnSite, loadDrawnSite } from '../load-site.ts'
import { Failure, failureDetails, failureText } from '../process/failure.ts'
import { publish, repairPublished } from '../publish.ts'
import { refuseForeign } from '../publish/marker.ts'
import { refusePlace } from '../publish/refuse-place.ts'
import type { Command, ExitCode, Terminal } from '../command.ts'
import { checkBuilt } from '../../permalinks/built/check.ts'
import { type KnownSite, readBuilt } from '../links/read-built.ts'
import { buildPages } from '../build-pages.ts'
import { type BuildPlaces, buildPlaces, diskStore } from '../cache.ts'
import { writeIndex } from '../write-index.ts'
import { type Stages, startStages } from '../stages.ts'
import { writeOffers } from '../write-offers.ts'

export const command: Command = {
  usage: `build [folder…] [--out dist] [--url https://…] [--base /docs/] [--l10n folder]
      [--ledger file] [--keep-going] [--cache folder] [--quiet] [--timings json]
      [--format text|json|github]
    Build the guides in content/, or docfx docsets: one folder for each language.
    --out         where to write the site (default: dist); the old one stays until the new one is complete
    --url, --base where the site will be published; for guides the default is in content/site.config.ts
    --l10n        where the glossary and the locks of translations are
    --ledger      the list of all that was ever published, if not permalinks.json beside the docset
    --keep-going  publish despite errors; the exit code is still 1
    --cache       where to keep what the next build need not do again; it may be deleted or shared
    --quiet       say nothing of what is being done
    --timings     print what each stage has cost: CPU and wall time in seconds, memory in megabytes`,

  async run(args, terminal) {
    const { positionals, values, format, out, publication } = readRequest(args, terminal)
    const stages = startStages(terminal, values.quiet)
    await refusePlace(out, { root: terminal.root, docsets: [] })
    await refuseForeign(out)
    await repairPublished(out)
    const places = await buildPlaces(terminal, values.cache)
    const site = await stages.run('read', 'Reading pages', () =>
      loadDrawnSite(positionals, publication, terminal, places, values.l10n),
    )
    const { sources, read, problems } = site
    const editions = sources.docsets.flatMap(({ docset }) => docset.editions)
    const docsets = editions.map(({ root }) => root)
    await refusePlace(out, { root: terminal.root, docsets })
    if (problems.length) terminal.print(formatProblems(problems, format))
    const errors = countErrors(problems)
    const keepsGoing = values['keep-going']
    if (errors && !keepsGoing) {
      terminal.warn(
        `Nothing was published: ${out} is as it was. --keep-going publishes all the same.`,
      )
      return 1
    }
    if (read.documents.length === 0) {
      terminal.warn(`Nothing was published: there is no page to show. ${out} is as it was.`)
      return 1
    }
    const request = { out, format, errors, keepsGoing, stages, places }
    const code = await publishSite(site, request, terminal)
    if (values.timings) terminal.print(JSON.stringify(stages.times))
    return code
  },
}

/** What `build` was asked to do. */
function readRequest(args: readonly string[], terminal: Terminal) {
  const { values, positionals } = readArguments(args, {
    out: { type: 'string', default: 'dist' },
    url: { type: 'string' },
    base: { type: 'string' },
    l10n: { type: 'string' },
    ...ledgerOption,
    'keep-going': { type: 'boolean', default: false },
    cache: { type: 'string' },
    quiet: { type: 'boolean', default: false },
    timings: { type: 'string' },
    format: { type: 'string' },
  })
  const format = readFormat(values.format)
  const from = positionals.length || values.out !== 'dist' ? terminal.cwd : terminal.root
  if (values.timings !== undefined && values.timings !== 'json') {
    throw new UsageError(`--timings is \`${values.timings}\`. Write \`--timings json\`.`)
  }
  if (!values.out) throw new UsageError('--out is empty. Name a folder.')
  const publication = {
    url: values.url === undefined ? undefined : readUrl(values.url),
    base: values.base === undefined ? undefined : readBase(values.base),
    ledger: ledgerRequest(positionals, values.ledger, terminal),
  }
  return { positionals, values, format, out: resolve(from, values.out), publication }
}

interface PublishRequest {
  out: string
  format: ReturnType<typeof readFormat>
  /** How many errors the sources have. */
  errors: number
  keepsGoing: boolean
  stages: Stages
  places: BuildPlaces
}

/** Build the site and put it in place of the one that is there; a failure leaves that as it was. */
async function publishSite(
  site: DrawnSite,
  request: PublishRequest,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out, errors } = request
  try {
    const { searchable, deadLinks } = await publish(
      out,
      (folder) => fillFolder(site, folder, request, terminal),
      terminal,
    )
    const count = site.read.documents.length
    terminal.warn(`${count} pages built, ${searchable} of them searchable: ${out}`)
    return errors || deadLinks ? 1 : 0
  } catch (error) {
    if (!(error instanceof Error) || error instanceof UsageError) throw error
    terminal.warn(`Nothing was published: ${out} is as it was. ${failureText(error, terminal)}`)
    const details = failureDetails(error, terminal.debug)
    if (details) terminal.warn(details)
    return 1
  }
}

/** Everything that the site has, written to a new folder, whose links are then checked. */
async function fillFolder(
  site: DrawnSite,
  folder: string,
  { format, errors, keepsGoing, stages, places }: PublishRequest,
  terminal: Terminal,
): Promise<{ searchable: number; deadLinks: number }> {
  const { sources, read } = site
  const scans = await stages.run('draw', 'Drawing pages', (tick) =>
    buildPages(site, folder, places, tick),
  )
  await writeHostFiles(read, folder)
  const { searchable, targets } = await stages.run('search', 'Indexing', () =>
    writeIndex(folder, read, diskStore(join(places.cache, 'search'))),
  )
  await writeOffers(read, folder, sources.context.files)
  const { base, url } = read.site
  const known = { origin: new URL(url).origin, base, scans, searchTargets: targets }
  const broken = await stages.run('links', 'Checking links', () => builtProblems(folder, known))
  const deadLinks = countErrors(broken)
  // Errors of the sources are reported where they are written: built files would only repeat them.
  if (errors && deadLinks) terminal.warn(deadLinksText(deadLinks))
  else if (broken.length) terminal.print(formatProblems(broken, format))
  if (deadLinks && !keepsGoing) throw new Failure(`${deadLinks} addresses lead nowhere.`)
  return { searchable, deadLinks }
}

/** Links of the built site that lead nowhere. */
async function builtProblems(folder: string, known: KnownSite): Promise<ReportedProblem[]> {
  const site = await readBuilt(folder, (file) => file, known)
  return site ? toProblems(checkBuilt(site).map(({ message }) => message)) : []
}

/** Redirects, headers and whatever else web servers read. */
async function writeHostFiles(read: ReadSite, folder: string): Promise<void> {
  const { contents, site } = read
  const redirects = contents.flatMap((content) => content.redirects)
  const goLinks = goLinkPages(read).filter(({ place }) => place.removed)
  const removed = [
    ...contents.flatMap((content) => content.removed ?? []).map(({ path }) => path),
    ...goLinks.map(({ id }) => goLinkPath(id)),
  ]
  for (const [path, text] of hostFiles(site, { redirects, removed })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

function deadLinksText(count: number): string {
  const links = count === 1 ? '1 link leads' : `${count} links lead`
  return `${links} nowhere on the published pages. Correct the problems above.`
}
