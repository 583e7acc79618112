/**
 * The process that reads and draws the site. All modules that may change, the configuration and the program itself,
 * are loaded here: a new process has them as they are now.
 */
import { enableCompileCache } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { isImageName } from '../../docsets/image-names.ts'
import type { DevSite } from './dev-site.ts'
import { usualCache } from '../cache.ts'
import { isInstalled } from '../../package.ts'
import { programFolder } from '../program.ts'
import type { FileChange } from './kept-files.ts'
import type { Loaded, Reply, SiteRequest, Task } from './site-process.ts'

const request = JSON.parse(process.argv[2] ?? '') as SiteRequest
enableCompileCache(isInstalled ? undefined : join(usualCache(programFolder), 'code'))

/** Give the outcome of a task to the server; a failure is one sentence. */
async function reply(id: number, work: () => Promise<unknown>): Promise<void> {
  try {
    const result = await work()
    send({ id, result })
  } catch (error) {
    const { failureText, failureDetails } = await import('../process/failure.ts')
    const details = failureDetails(error, process.env['DEBUG'])
    const isUsage = error instanceof Error && error.name === 'UsageError'
    const text = isUsage ? error.message : failureText(error, request)
    send({ id, failure: { text, isUsage, ...(details && { details }) } })
  }
}

function send(message: Reply): void {
  process.send?.(message)
}

// The server ends this process when it ends, whatever signals a terminal sends to both.
process.on('SIGINT', () => undefined)
// Nobody is left to work for. To exit while the bundler works may wait for its threads for ever, with the lock held;
// what a killed process leaves, the next one removes.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

const opened = open()
// Whoever asks learns of it.
opened.catch(() => undefined)
process.on('message', (message) => {
  const task = message as Task
  void reply(task.id, async () => {
    const site = await opened
    if (task.kind === 'load') return site.load(task.changes)
    return site.current().answer(task.question)
  })
})

/** So many readings leave some megabytes each. */
const readingsBetween = 10
/** In milliseconds, after a reading: the browser has its page by then. */
const rest = 500

/**
 * V8 takes back what readings leave when its heap is to grow by half, so that memory would grow for hours. It is told to
 * after every tenth reading, when nobody waits.
 */
function collectLater(): () => void {
  let readings = 0
  let timer: NodeJS.Timeout | undefined
  return () => {
    clearTimeout(timer)
    if (++readings < readingsBetween) return
    timer = setTimeout(() => {
      readings = 0
      globalThis.gc?.()
    }, rest)
  }
}

async function open() {
  const [
    { buildPlaces },
    { siteFiles },
    { loadDrawnSite },
    { devMemory, devSite },
    { keepFiles },
    { factMemory },
  ] = await Promise.all([
    import('../cache.ts'),
    import('../site-files.ts'),
    import('../load-site.ts'),
    import('./dev-site.ts'),
    import('./kept-files.ts'),
    import('../../facts/store.ts'),
  ])
  const { folders, publication, l10n, cache } = request
  const others = folders.map((folder) => resolve(request.cwd, folder))
  const places = await buildPlaces({ ...request, cache, others })
  const kept = keepFiles(siteFiles(folders, request))
  const memory = { files: kept.files, facts: factMemory() }
  const drawn = devMemory(kept.files, places)
  let current: DevSite | undefined
  const collect = collectLater()
  return {
    async load(changes: readonly FileChange[]): Promise<Loaded> {
      kept.forget(changes)
      if (changes.some(({ path, isTree }) => isTree || isImageName(path))) drawn.forgetPictures()
      const context = await loadDrawnSite(folders, publication, request, places, l10n, { memory })
      current = await devSite(context, places, drawn)
      collect()
      const { sources, read, problems } = context
      const team = [sources.teamFolder, sources.ledgerPlace && dirname(sources.ledgerPlace.path)]
      return { base: read.site.base, problems, folders: team.filter((path) => path !== undefined) }
    },
    current(): DevSite {
      if (!current) throw new Error('The site has not been read')
      return current
    },
  }
}
