/** A process that reads and draws the site, as the server sees it. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ReportedProblem } from '../../report/problems.ts'
import type { Publication } from '../find-site.ts'
import type { DevAnswer, DevQuestion } from './dev-site.ts'
import type { FileChange } from './kept-files.ts'

/** What site is shown. */
export interface SiteRequest {
  cwd: string
  root: string
  source?: string
  folders: readonly string[]
  publication: Publication
  l10n: string | undefined
  cache: string | undefined
}

/** What is known of a site that was read. */
export interface Loaded {
  base: string
  problems: readonly ReportedProblem[]
  /** Folders of the team’s files, absolute paths. */
  folders: readonly string[]
}

export type Task = { id: number } & (
  { kind: 'load'; changes: readonly FileChange[] } | { kind: 'answer'; question: DevQuestion }
)

interface SiteFailure {
  /** A sentence. */
  text: string
  /** What the person has asked for cannot be. */
  isUsage: boolean
  /** Where it comes from, for those who ask. */
  details?: string
}

export type Reply = { id: number } & ({ result: unknown } | { failure: SiteFailure })

/** What the process could not do. */
export class SiteError extends Error {
  override readonly name = 'SiteError'
  readonly failure: SiteFailure

  constructor(failure: SiteFailure) {
    super(failure.text)
    this.failure = failure
  }
}

export interface SiteProcess {
  /** Read the site again, where files have changed. */
  load: (changes: readonly FileChange[]) => Promise<Loaded>
  answer: (question: DevQuestion) => Promise<DevAnswer>
  close: () => void
}

/** Start a process, which reads the site when it is asked to. Each promise may fail with a `SiteError`. */
export function startSiteProcess(request: SiteRequest): SiteProcess {
  const child = fork(
    fileURLToPath(import.meta.resolve('./site-child.ts')),
    [JSON.stringify(request)],
    {
      serialization: 'advanced',
      // See `collectLater`.
      execArgv: [...process.execArgv, '--expose-gc'],
    },
  )
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  let end: SiteError | undefined
  child.on('message', (message) => {
    const reply = message as Reply
    const promise = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('failure' in reply) promise?.reject(new SiteError(reply.failure))
    else promise?.resolve(reply.result)
  })
  child.on('error', ({ message }) => finish(message))
  child.on('exit', () => finish('The process that draws the site has ended'))
  return {
    load: (changes) => ask({ kind: 'load', changes }) as Promise<Loaded>,
    answer: (question) => ask({ kind: 'answer', question }) as Promise<DevAnswer>,
    // Which ends it: see `site-child.ts`.
    close: () => child.connected && child.disconnect(),
  }

  function ask(task: Record<string, unknown>): Promise<unknown> {
    if (end) return Promise.reject(end)
    const id = ++last
    const promise = Promise.withResolvers<unknown>()
    waiting.set(id, promise)
    child.send({ ...task, id })
    return promise.promise
  }

  function finish(text: string): void {
    end ??= new SiteError({ text: `${text}. Save a file to try again.`, isUsage: false })
    for (const { reject } of waiting.values()) reject(end)
    waiting.clear()
  }
}
