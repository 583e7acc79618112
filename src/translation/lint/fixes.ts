/** Put safe repairs into a file, and prove that nothing else has changed. */
import type { Dialect } from '../blocks/parse.ts'
import type { Fix } from './finding.ts'
import { sameTreeAs } from './same-tree.ts'

export interface Fixed {
  text: string
  applied: Fix[]
  /** Those that would change more than they should, or that overlap. */
  dropped: Fix[]
}

/**
 * Apply fixes to the text of a file, each once. A fix after which the file would read otherwise, but for
 * spaces and apostrophes, is left out.
 */
export function applyFixes(text: string, fixes: readonly Fix[], dialect: Dialect): Fixed {
  const { apart, others } = separate(fixes)
  if (apart.length === 0) return { text, applied: [], dropped: others }
  const isSame = sameTreeAs(text, dialect)
  const applied = proven(apart)
  const appliedFixes = new Set(applied)
  return {
    text: put(text, applied),
    applied,
    dropped: [...others, ...apart.filter((fix) => !appliedFixes.has(fix))],
  }

  /** All of them if they hold, else what holds of each half. */
  function proven(some: readonly Fix[]): Fix[] {
    if (some.length === 0 || isSame(put(text, some))) return [...some]
    if (some.length === 1) return []
    const middle = some.length >> 1
    const first = proven(some.slice(0, middle))
    const both = [...first, ...proven(some.slice(middle))]
    return isSame(put(text, both)) ? both : first
  }
}

function put(text: string, fixes: readonly Fix[]): string {
  let result = ''
  let end = 0
  for (const fix of fixes) {
    result += text.slice(end, fix.start) + fix.text
    end = fix.end
  }
  return result + text.slice(end)
}

/** In the order of the file; of the same fix twice one, of two in one place the first. */
function separate(fixes: readonly Fix[]): { apart: Fix[]; others: Fix[] } {
  const apart: Fix[] = []
  const others: Fix[] = []
  for (const fix of fixes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = apart.at(-1)
    if (last && last.start === fix.start && last.end === fix.end && last.text === fix.text) continue
    const isApart = !last || fix.start > last.end || (fix.start === last.end && fix.end > fix.start)
    if (isApart) apart.push(fix)
    else others.push(fix)
  }
  return { apart, others }
}
