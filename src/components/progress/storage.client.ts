/** The reader's progress in this browser. */
import { format, serializeProgress, storageKey, storedProgress } from './store.ts'

/** The event that `document` gets when progress has changed, here or in another tab. */
export const changed = format

/**
 * The ids that are done in a docset.
 *
 * Undefined where nothing can be kept: storage is forbidden, or holds what a later Passerelle wrote.
 */
export function readDone(docset: string): Set<string> | undefined {
  try {
    return storedProgress(localStorage.getItem(storageKey(docset)))
  } catch {
    return undefined
  }
}

/** Store these ids and announce the change to the page; false if the browser refused. */
export function writeDone(docset: string, done: ReadonlySet<string>): boolean {
  let isStored = true
  try {
    localStorage.setItem(storageKey(docset), serializeProgress(docset, done))
  } catch {
    isStored = false
  }
  tell()
  return isStored
}

function tell() {
  document.dispatchEvent(new Event(changed))
}

// Other tabs, and a page that comes back from the browser's memory.
addEventListener('storage', tell)
addEventListener('pageshow', tell)
