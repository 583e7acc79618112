/** `build`: check, draw the pages, index them, and publish whole or not at all. */
import { join, resolve } from 'node:path'
import { UsageError, readArguments, readBase, readFormat, readUrl } from '../arguments.ts'
import { type BuildPlaces, buildPlaces, diskStore, pruneCache } from '../cache.ts'
import type { BuildMachine, BuildRequest } from '../build-site.ts'
import type { Command, ExitCode, Terminal } from '../command.ts'
import { ledgerOption, ledgerRequest } from '../ledger-option.ts'
import { problemOptions, readProblemOptions } from '../problem-options.ts'
import { repairPublished } from '../publish.ts'
import { refuseForeign } from '../publish/marker.ts'
import { refusePlace } from '../publish/refuse-place.ts'
import { type PublishedTree, publishedTree } from '../publish/tree.ts'
import { historyState } from '../review/git.ts'
import { requireSite } from '../site-folder.ts'
import { startStages } from '../stages.ts'
import {
  type BuildQuestion,
  type InputState,
  buildInputs,
  inputState,
  keepBuild,
  unchangedBuild,
} from '../unchanged-build.ts'

export const command: Command = {
  usage: `build [folder…] [--out dist] [--url https://…] [--base /docs/] [--l10n folder]
      [--ledger file] [--keep-going] [--all]
      [--baseline file [--update-baseline]] [--cache folder] [--shard docset/language] [--quiet]
      [--timings json] [--format text|json|github]
    Build the guides in content/, or docfx docsets: one folder for each language.
    --out         where to write the site (default: dist); the old one stays until the new one is complete
    --url, --base where the site will be published; for guides the default is in content/site.config.ts
    --l10n        the folder of the glossary and the translation locks
    --ledger      the list of published pages and anchors (default: permalinks.json beside the docset)
    --keep-going  publish despite errors; the exit code is still 1
    --all         list all warnings, not only the first places of frequent ones
    --baseline    hide the warnings that this file lists; --update-baseline writes it
    --cache       the folder for results that the next build reuses; it can be deleted or shared
    --shard       render and index only one docset in one language, such as guide/fr-FR, into the cache;
                  \`assemble\` then builds the site from the shards of several machines
    --quiet       print no progress
    --timings     print CPU and wall time in seconds and memory in megabytes of each stage`,

  async run(args, terminal) {
    const { asked, ...options } = readRequest(args, terminal)
    return runBuild(asked, options, terminal)
  },
}

/** What is asked for besides the site. */
export interface BuildOptions {
  isQuiet: boolean
  /** Print what each stage has cost. */
  timings: boolean
  /** As it was typed. */
  cache: string | undefined
}

export async function runBuild(
  asked: BuildRequest,
  { isQuiet, timings, cache }: BuildOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out, shard } = asked
  const stages = startStages(terminal, isQuiet)
  if (shard === undefined) {
    await refusePlace(out, { root: terminal.root, docsets: [] })
    await refuseForeign(out)
    await repairPublished(out)
  }
  const { cwd, root } = terminal
  const others = [out, ...asked.folders.map((folder) => resolve(cwd, folder))]
  const places = await buildPlaces({ root, cwd, cache, others })
  const question = questionOf(asked, terminal, places)
  const before = await stages.run('compare', 'Looking for changes', () => unchangedBuild(question))
  if (before) {
    for (const text of before.printed) terminal.print(text)
    for (const text of before.warned) terminal.warn(text)
    terminal.warn(`Nothing has changed since the last build: ${before.summary}`)
  }
  const code = before?.code ?? (await buildAnew(asked, question, { terminal, places, stages }))
  if (timings) terminal.print(JSON.stringify(stages.times))
  return code
}

async function buildAnew(
  asked: BuildRequest,
  question: BuildQuestion,
  machine: Omit<BuildMachine, 'published'>,
): Promise<ExitCode> {
  question.before()
  // What reads and draws takes a while to load.
  const { buildSite } = await import('../build-site.ts')
  const { code, result } = await buildSite(asked, { ...machine, published: question.published })
  if (result) await keepBuild(question, { ...result, code })
  pruneCache(machine.places.cache)
  return code
}

function questionOf(
  asked: BuildRequest,
  { cwd, root, source }: Terminal,
  { cache, program }: BuildPlaces,
): BuildQuestion {
  const { folders, out, l10n, publication, reporting } = asked
  let tree: PublishedTree | undefined
  let before: InputState | undefined
  const named = [l10n, publication.ledger?.path, reporting.baseline].flatMap((path) => path ?? [])
  const [wholeFolders, wholeNamed] = [folders, named].map((paths) =>
    paths.map((path) => resolve(cwd, path)),
  )
  const inputs = buildInputs(wholeFolders ?? [], wholeNamed ?? [], root)
  return {
    store: diskStore(join(cache, 'builds')),
    out,
    inputs,
    before: () => (before ??= inputState(inputs)),
    given: [program, asked, cwd, root, source],
    history: () => historyState(root),
    published: () => (tree ??= publishedTree(out)),
  }
}

/** What `build` was asked to do. */
export function readRequest(
  args: readonly string[],
  terminal: Terminal,
): BuildOptions & { asked: BuildRequest } {
  const { values, positionals } = readArguments(args, {
    out: { type: 'string' },
    url: { type: 'string' },
    base: { type: 'string' },
    l10n: { type: 'string' },
    ...ledgerOption,
    ...problemOptions,
    'keep-going': { type: 'boolean', default: false },
    cache: { type: 'string' },
    shard: { type: 'string' },
    quiet: { type: 'boolean', default: false },
    timings: { type: 'string' },
    format: { type: 'string' },
  })
  // What it prints comes in parts, and a SARIF log is one: `check` has it.
  const format = readFormat(values.format, ['text', 'json', 'github'])
  if (values.shard !== undefined && values.out !== undefined) {
    throw new UsageError('A shard goes into the cache. Leave --out to `assemble`.')
  }
  const { out = 'dist' } = values
  const from = positionals.length || out !== 'dist' ? terminal.cwd : terminal.root
  if (values.timings !== undefined && values.timings !== 'json') {
    throw new UsageError(`--timings is \`${values.timings}\`. Write \`--timings json\`.`)
  }
  if (!out) throw new UsageError('--out is empty. Name a folder.')
  if (!positionals.length) requireSite(terminal.root)
  const publication = {
    url: values.url === undefined ? undefined : readUrl(values.url),
    base: values.base === undefined ? undefined : readBase(values.base),
    ledger: ledgerRequest(positionals, values.ledger, terminal),
  }
  const asked: BuildRequest = {
    folders: positionals,
    out: resolve(from, out),
    l10n: values.l10n,
    publication,
    format,
    reporting: readProblemOptions(values, terminal),
    keepsGoing: values['keep-going'],
    shard: values.shard,
    isAssembly: false,
  }
  const timings = values.timings !== undefined
  return { asked, isQuiet: values.quiet, timings, cache: values.cache }
}
