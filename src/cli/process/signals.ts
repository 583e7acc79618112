/**
 * What happens when a signal ends the process: temporary files are removed, and what may not be cut in two is
 * finished first. Signals are the process's, so what is to be done is kept in this module.
 */

/** Exit codes as shells have them: 128 and the number of the signal. */
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

const cleanups = new Set<() => void>()
let unstoppable = 0
let pending: number | undefined

/**
 * End the process on a signal, after everything has been cleaned up. Called once, by the command line.
 *
 * @param exit - Ends the process with an exit code.
 */
export function exitOnSignals(exit: (code: number) => void): void {
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => {
      pending ??= code
      if (unstoppable === 0) end()
    })
  }
  // Where nobody asked for signals to be handled, `uninterrupted` has nothing to wait for.
  end = () => {
    for (const cleanup of cleanups) cleanup()
    exit(pending ?? 0)
  }
}

let end: () => void = () => undefined

/** Do `work`; when a signal comes in the meantime, `cleanup` runs, which must be done when it returns. */
export async function withCleanup<T>(cleanup: () => void, work: () => Promise<T>): Promise<T> {
  const removed = addCleanup(cleanup)
  try {
    return await work()
  } finally {
    removed()
  }
}

/** Let `cleanup` run when a signal comes; gives what takes it away again. */
export function addCleanup(cleanup: () => void): () => void {
  // It is tried only: the process is about to end, and the next run removes what is left.
  const tried = () => {
    try {
      cleanup()
    } catch {
      return
    }
  }
  cleanups.add(tried)
  return () => void cleanups.delete(tried)
}

/** Do `work`, which takes a moment only; a signal waits until it is done. */
export async function uninterrupted<T>(work: () => Promise<T>): Promise<T> {
  unstoppable++
  try {
    return await work()
  } finally {
    unstoppable--
    if (unstoppable === 0 && pending !== undefined) end()
  }
}
