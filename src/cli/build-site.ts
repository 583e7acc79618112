/** Read, draw, index and check a site, and publish it. */
import { join } from 'node:path'
import { docsetPath } from '../i18n/paths.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { type Format, formatProblems } from '../report/format-problems.ts'
import { countErrors } from '../report/problems.ts'
import { UsageError } from './arguments.ts'
import { buildPages, drawShard } from './build-pages.ts'
import { type BuildPlaces, diskStore, searchCache } from './cache.ts'
import { indexedWithHooks } from './search-hooks.ts'
import type { ExitCode, Terminal } from './command.ts'
import type { Publication } from './find-site.ts'
import { builtProblems, writeHostFiles } from './finish-site.ts'
import { type DrawnSite, type DrawnSiteOptions, loadDrawnSite } from './load-site.ts'
import { Failure, failureDetails, failureText } from './process/failure.ts'
import { type ProblemOptions, withoutBaseline } from './problem-options.ts'
import { projectTheme } from './project-theme.ts'
import { PartlyPublishedError } from './publish/changes.ts'
import { publish } from './publish.ts'
import { readChanges, withChanges } from './read-changes.ts'
import { refusePlace } from './publish/refuse-place.ts'
import { type RecordedSite, keepPublished, readPublished } from './published-record.ts'
import { type CheckedLinks, type SiteWriter, siteWriter } from './site-writer.ts'
import type { Stages } from './stages.ts'
import type { BuildQuestion, BuildResult } from './unchanged-build.ts'
import { writeApp } from './write-app.ts'
import { indexShard, writeIndex } from './write-index.ts'
import { writeOffers } from './write-offers.ts'
import { writeOffline } from './write-offline.ts'

/** What a person wants built; paths but `out` are as they were typed. */
export interface BuildRequest {
  /** Docfx folders; none for the guides of the project. */
  folders: readonly string[]
  /** Absolute path. */
  out: string
  l10n: string | undefined
  publication: Publication
  format: Format
  reporting: ProblemOptions
  /** Publish despite errors. */
  keepsGoing: boolean
  /** Work only on a docset in one language, for the cache: `guide/fr-FR`. */
  shard: string | undefined
  /** Say what no shard had drawn. */
  isAssembly: boolean
}

/** Where it is built, and who looks on. */
export interface BuildMachine {
  terminal: Terminal
  places: BuildPlaces
  stages: Stages
  /** The site that is there. */
  published: BuildQuestion['published']
}

/** How a build ended. */
interface BuildEnd {
  code: ExitCode
  /** Absent where nothing was published. */
  result?: Omit<BuildResult, 'code'>
}

/** What was published. */
interface PublishedSite extends Pick<BuildResult, 'output'> {
  searchable: number
  deadLinks: number
}

export async function buildSite(request: BuildRequest, machine: BuildMachine): Promise<BuildEnd> {
  const printed: string[] = []
  const terminal: Terminal = {
    ...machine.terminal,
    print(text) {
      printed.push(text)
      machine.terminal.print(text)
    },
  }
  const { folders, publication, l10n, out, format, keepsGoing } = request
  // The bundler takes as much memory as all pages, so its process comes first; templates are loaded before flags of V8
  // change, which would make their code caches void. What fails is reported when pages are drawn.
  const beforePages: DrawnSiteOptions['beforePages'] = async (base, changes) => {
    await projectTheme(machine.places, base, changes)
      .then(({ loadTemplates }) => loadTemplates())
      .catch(() => undefined)
  }
  const loaded = await machine.stages.run('read', 'Reading pages', () =>
    loadDrawnSite(folders, publication, terminal, machine.places, l10n, { beforePages }),
  )
  const recent = await readChanges(loaded, machine.places)
  const site = withChanges(loaded, recent)
  const { sources, read } = site
  const problems = await withoutBaseline(site.problems, request.reporting, terminal)
  const editions = sources.docsets.flatMap(({ docset }) => docset.editions)
  await refusePlace(out, { root: terminal.root, docsets: editions.map(({ root }) => root) })
  if (problems.length) terminal.print(formatProblems(problems, format, request.reporting))
  const errors = countErrors(problems)
  if (errors && !keepsGoing) {
    terminal.warn(
      `Nothing was published: ${out} is as it was. --keep-going publishes all the same.`,
    )
    return { code: 1 }
  }
  if (read.documents.length === 0) {
    terminal.warn(`Nothing was published: there is no page to show. ${out} is as it was.`)
    return { code: 1 }
  }
  if (request.shard !== undefined) return { code: await buildShard(site, request.shard, machine) }
  const published = await publishSite(site, request, errors, { ...machine, terminal })
  if (!published) return { code: 1 }
  const { searchable, deadLinks, output } = published
  const summary = `${read.documents.length} pages built, ${searchable} of them searchable: ${out}`
  recent?.warned.forEach((text) => terminal.warn(text))
  terminal.warn(summary)
  const dead = errors && deadLinks ? [deadLinksText(deadLinks)] : []
  const result = {
    printed,
    warned: [...dead, ...(recent?.warned ?? [])],
    summary,
    output,
    ...(recent && { history: recent.history }),
  }
  return { code: errors || deadLinks ? 1 : 0, result }
}

/** Draw and index one docset in one language, so that `assemble` finds it in the cache. */
async function buildShard(
  site: DrawnSite,
  name: string,
  { terminal, places, stages }: BuildMachine,
): Promise<ExitCode> {
  const shard = shardNamed(name, site.read)
  const { pages, drawn } = await stages.run('draw', 'Drawing pages', (tick) =>
    drawShard(site, docsetPath(shard.locale, shard.docset), places, tick),
  )
  const { docset, locale } = shard
  await stages.run('search', 'Indexing', () =>
    indexShard(indexedWithHooks(site), { docset, locale: locale.tag }, searchCache(places)),
  )
  terminal.warn(
    `${drawn} of ${pages} pages of ${name} drawn, the others were in the cache: ${places.cache}`,
  )
  return 0
}

/** @throws UsageError for a docset or language that the site has not. */
function shardNamed(name: string, { site }: ReadSite) {
  const all = site.docsets.flatMap(({ id }) =>
    site.locales.map((locale) => ({ name: `${id}/${locale.tag}`, docset: id, locale })),
  )
  const shard = all.find((item) => item.name.toLowerCase() === name.toLowerCase())
  if (shard) return shard
  const names = all.map((item) => `\`${item.name}\``).join(', ')
  throw new UsageError(`--shard \`${name}\` is no docset in a language of the site. Use ${names}.`)
}

/** Build the site and put it in place of the one that is there; a failure leaves that as it was. */
async function publishSite(
  site: DrawnSite,
  request: BuildRequest,
  errors: number,
  machine: BuildMachine,
): Promise<PublishedSite | undefined> {
  const { out } = request
  const { terminal } = machine
  const { cache, program } = machine.places
  const record = { store: diskStore(join(cache, 'builds')), program, out }
  let writer: SiteWriter | undefined
  let output: string | undefined
  let links: CheckedLinks | undefined
  let tables: RecordedSite['tables'] | undefined
  let report: () => void = () => undefined
  const onPublished = async (isChanged: boolean) => {
    if (!writer) return
    const site = { folder: out, written: writer.written, links, tables }
    output = await keepPublished(record, { ...site, isChanged })
  }
  const changes = () => writer?.changes()
  try {
    const made = await publish(
      out,
      async (folder, place) => {
        const earlier =
          place === undefined ? undefined : await readPublished(record, place, machine.published())
        writer = siteWriter(folder, earlier)
        tables = earlier?.tables
        const filling = { ...request, errors, checked: earlier?.links }
        const filled = await fillSite(site, writer, filling, machine)
        ;({ links, report } = filled)
        const { deadLinks } = filled
        if (deadLinks && !request.keepsGoing) {
          throw new Failure(`${deadLinks} addresses lead nowhere.`)
        }
        return filled
      },
      { warn: terminal.warn, changes, onPublished },
    )
    report()
    const { searchable, deadLinks } = made
    return { searchable, deadLinks, output }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof UsageError) throw error
    report()
    const reason = failureText(error, terminal)
    const isHalf = error instanceof PartlyPublishedError
    terminal.warn(isHalf ? reason : `Nothing was published: ${out} is as it was. ${reason}`)
    const details = failureDetails(error, terminal.debug)
    if (details) terminal.warn(details)
    return undefined
  }
}

interface Filling extends BuildRequest {
  /** Errors of the sources. */
  errors: number
  /** How the links of the last site were checked. */
  checked: CheckedLinks | undefined
}

/** A site that was made and checked. */
interface FilledSite extends Omit<PublishedSite, 'output'> {
  links: CheckedLinks | undefined
  /** Say what was found: once, though the site is made again where another build has published meanwhile. */
  report: () => void
}

/** Everything that the site has, and the check of its links. */
async function fillSite(
  site: DrawnSite,
  writer: SiteWriter,
  { format, errors, isAssembly, checked }: Filling,
  { terminal, stages, places }: BuildMachine,
): Promise<FilledSite> {
  const { sources, read } = site
  const { scans, drawn } = await stages.run('draw', 'Drawing pages', (tick) =>
    buildPages(site, writer, places, tick),
  )
  writeHostFiles(read, writer)
  const index = await stages.run('search', 'Indexing', () =>
    writeIndex(writer, indexedWithHooks(site), searchCache(places)),
  )
  await writeOffers(read, writer, sources.context.files)
  await stages.run('offline', 'Making copies for reading offline', () =>
    writeOffline(writer, read, indexedWithHooks(site), places),
  )
  await writeApp(read, index, writer)
  const { searchable, targets } = index
  const isSame = (file: string) => writer.written.get(file)?.stamp !== undefined
  const { problems: found, links } = await stages.run('links', 'Checking links', () =>
    builtProblems(writer, read, { scans, targets }, { links: checked, isSame }),
  )
  const broken = found.filter(({ ruleId }) => !isReportedInSources(ruleId, site))
  const deadLinks = countErrors(broken)
  const report = () => {
    if (isAssembly) terminal.warn(`${drawn} files drawn here, the others were in the cache.`)
    // Errors of the sources are reported where they are written: built files would only repeat them.
    if (errors && deadLinks) terminal.warn(deadLinksText(deadLinks))
    else if (broken.length) terminal.print(formatProblems(broken, format))
  }
  return { searchable, deadLinks, links, report }
}

/** Rules that report in the sources of a docfx docset, as warnings, what a rule would report of the built pages. */
const sourceRules: Readonly<Record<string, readonly string[]>> = {
  'built-anchor': ['link-anchor-missing', 'link-anchor-untranslated'],
  'built-dead': [
    'link-missing',
    'file-source',
    'file-unpublished',
    'file-active',
    'file-taken',
    'image-missing',
    'image-unreadable',
    'image-format',
    'drawing-unreadable',
  ],
}

function isReportedInSources(builtRule: string, { problems, read }: DrawnSite): boolean {
  const rules = sourceRules[builtRule] ?? []
  return read.isDocfx && problems.some(({ ruleId }) => rules.includes(ruleId))
}

function deadLinksText(count: number): string {
  const links = count === 1 ? '1 link leads' : `${count} links lead`
  return `${links} nowhere on the published pages. Correct the problems above.`
}
