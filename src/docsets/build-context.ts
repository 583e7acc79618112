/**
 * Pass a site that was already read to Astro in the same process.
 *
 * Astro loads the content configuration through its own module runner, where an import would be a
 * second copy of this module: the value travels on `globalThis`.
 */
import type { SiteSources } from './find-site.ts'
import type { ReadSite } from './read-site.ts'

export interface BuildContext {
  sources: SiteSources
  read: ReadSite
}

const slot = Symbol.for('passerelle.build-context')

type Slots = Record<symbol, BuildContext | undefined>

/** Called by the command line before it starts Astro. */
export function setBuildContext(value: BuildContext | undefined): void {
  ;(globalThis as unknown as Slots)[slot] = value
}

/** What the command line has read; undefined when Astro was started by itself, as in development. */
export function getBuildContext(): BuildContext | undefined {
  return (globalThis as unknown as Slots)[slot]
}
