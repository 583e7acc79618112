/**
 * The site while it is written: read again whenever a file changes, in a new process when a module does. What stands
 * in the way is shown over the pages as they were.
 */
import { loadInterfaceStrings } from '../../i18n/interface-strings.ts'
import { siteLocales, withInterfaceStrings } from '../../i18n/strings.ts'
import type { ReportedProblem } from '../../report/problems.ts'
import type { SiteLocale } from '../../site.ts'
import type { DevAnswer, DevQuestion } from './dev-site.ts'
import type { FileChange } from './kept-files.ts'
import { problemPage } from './problem-overlay.ts'
import {
  type Loaded,
  type SiteRequest,
  type SiteProcess,
  SiteError,
  startSiteProcess,
} from './site-process.ts'

export interface LiveSite {
  base: () => string
  /** Folders of the team’s files, which may lie beside the others. */
  folders: () => readonly string[]
  /** Another one whenever pages may look otherwise. */
  version: () => string
  /** @param languages - What the reader’s browser asks for. */
  answer: (question: Omit<DevQuestion, 'failures'>, languages: string) => Promise<DevAnswer>
  change: (changes: readonly FileChange[]) => Promise<void>
  close: () => void
}

export interface LiveOptions {
  request: SiteRequest
  /** Whether what has changed is a module that the process has loaded. */
  isModule: (path: string) => boolean
  /** Told of each reading. */
  onLoaded: (loaded: Loaded) => void
  onFailed: (failure: SiteError) => void
}

/** How things are. */
interface State extends Omit<Loaded, 'problems'> {
  running?: SiteProcess
  failures: readonly ReportedProblem[]
}

/** @throws SiteError for what was asked for and cannot be, such as a folder that is not there. */
export async function openLiveSite(options: LiveOptions): Promise<LiveSite> {
  const { request, isModule } = options
  const { base = '/' } = request.publication
  const state: State = { base, folders: [], failures: [] }
  // Servers of before had other versions.
  const start = Date.now().toString(36)
  let count = 0
  const failure = await renew(state, options)
  if (failure?.failure.isUsage) throw failure
  return {
    base: () => state.base,
    folders: () => state.folders,
    version: () => `${start}.${count}`,
    async answer(question, languages) {
      const { running, failures } = state
      return (
        running?.answer({ ...question, failures }) ??
        (await placeholder(failures, question, languages))
      )
    },
    async change(changes) {
      const { running } = state
      if (!running || changes.some(({ path }) => isModule(path))) await renew(state, options)
      else await read(running, changes, state, options)
      count++
    },
    close: () => state.running?.close(),
  }
}

/** Let a new process take the place of the old one, once it has read the site. */
async function renew(state: State, options: LiveOptions): Promise<SiteError | undefined> {
  const before = state.running
  const fresh = startSiteProcess(options.request)
  const failure = await read(fresh, [], state, options)
  if (!failure) state.running = fresh
  ;(failure ? fresh : before)?.close()
  return failure
}

async function read(
  running: SiteProcess,
  changes: readonly FileChange[],
  state: State,
  { onLoaded, onFailed }: LiveOptions,
): Promise<SiteError | undefined> {
  try {
    const loaded = await running.load(changes)
    Object.assign(state, { base: loaded.base, folders: loaded.folders, failures: [] })
    onLoaded(loaded)
    return undefined
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    state.failures = [failureProblem(error)]
    onFailed(error)
    return error
  }
}

async function placeholder(
  failures: readonly ReportedProblem[],
  { client }: Pick<DevQuestion, 'client'>,
  languages: string,
): Promise<DevAnswer> {
  const body = problemPage(failures, await speakerOf(languages), client)
  return { status: 500, type: 'text/html; charset=utf-8', body }
}

/** `content/site.config.ts:3:6 error site-config  What is wrong`, taken apart. */
function failureProblem({ message }: SiteError): ReportedProblem {
  const [, file = '', line, column, ruleId = 'site-failed', reason = message] =
    /^(\S+?):(\d+):(\d+) error (\S+)\s+([\s\S]*)$/.exec(message) ?? []
  const place = { file, line: Number(line ?? 1), column: Number(column ?? 1) }
  return { ...place, severity: 'error', ruleId, reason }
}

/** Without a site, the language that the browser asks for first, if the interface speaks it. */
async function speakerOf(languages: string): Promise<SiteLocale> {
  const [asked = 'en'] = /[a-z]{2,3}(?:-[a-z]{4})?(?:-[a-z]{2}(?![a-z]))?/i.exec(languages) ?? []
  const ours = await loadInterfaceStrings([asked])
  const [speaker] = siteLocales([asked, 'en'], {}, withInterfaceStrings(new Map(), ours))
  if (!speaker) throw new Error('The interface speaks no language')
  return speaker
}
