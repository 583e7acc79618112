/**
 * A destination for what Astro logs (https://docs.astro.build/en/reference/logger-reference/): it is kept, and
 * reported by messages of our own, for Astro prints stack traces.
 */
export interface AstroEvent {
  level: string
  label: string | null
  message: string
}

/** What Astro has logged; Astro loads this module by its address and gets the same one. */
export const astroEvents: AstroEvent[] = []

/** @public Called by Astro. */
export default function keep(): { write: (event: AstroEvent) => void } {
  return { write: (event) => void astroEvents.push(event) }
}
