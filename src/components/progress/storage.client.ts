/** The reader's progress in this browser. */
import { format, serializeProgress, storageKey, storedProgress } from './store.ts'

/** The event that `document` gets when progress has changed, here or in another tab. */
export const changed = format

/**
 * The ids of steps that are done in a docset. Undefined if nothing can be stored: storage is not available, or has
 * data of a later version of Passerelle.
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
  notify()
  return isStored
}

function notify() {
  document.dispatchEvent(new Event(changed))
}

// Changes in other tabs, and a page restored from the back/forward cache.
addEventListener('storage', notify)
addEventListener('pageshow', notify)
