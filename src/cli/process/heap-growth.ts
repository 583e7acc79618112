/** When V8 collects garbage: by default it first lets the heap grow to several times what is in use. */
import { setFlagsFromString } from 'node:v8'

/** So many pages are read and drawn with less garbage than the program itself takes. */
const few = 200

let computed = 0

/**
 * Let the heap grow by a third of what is in use only. A build of 720 pages takes two thirds of the memory with it, and no
 * more time.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=30')
}

/** Called for each page that is computed: from the two hundredth on, the heap is limited. */
export function countComputed(): void {
  if (++computed !== few) return
  // V8 takes no code from a cache that was made with other flags, not even that of Node’s own modules: those that are used
  // later are loaded first.
  void [globalThis.Request, globalThis.crypto.subtle]
  limitHeapGrowth()
  // The space for young objects is as large by then as pages need.
  setFlagsFromString('--semi-space-growth-factor=1')
}
