/** What the rules of French typography share. */
import type { FrenchSpacing, LintContext } from './context.ts'
import type { TextMap } from './text-map.ts'

export const noBreak = '\u00A0'
const narrowNoBreak = '\u202F'
/** Spaces at which a line may break. */
export const ordinary = ' \\t\\u2002-\\u2006\\u2008-\\u200A'

export function isFrench({ languages }: LintContext): boolean {
  return languages.target === 'fr'
}

/** The signs that have a space before them; in Canada only the colon. */
export function signsOf({ target }: LintContext): string {
  return /-ca\b/i.test(target.locale) ? ':' : ';:!?'
}

export function spacingOf({ french }: LintContext): FrenchSpacing {
  return french?.spacing ?? 'imprimerie'
}

/** The space before a sign, by the house’s style. */
export function spaceBefore(sign: string, spacing: FrenchSpacing): string {
  return spacing === 'imprimerie' && /^[;!?]/.test(sign) ? narrowNoBreak : noBreak
}

/** Whether bold, a link or the block ends at `at`, so that nothing follows a sign there. */
export function endsAt({ marks, text }: TextMap, index: number): boolean {
  return index === text.length || marks.some(({ to }) => to === index)
}
