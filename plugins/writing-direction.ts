/** The direction that languages are written in. */

export type WritingDirection = 'ltr' | 'rtl'

const known = new Map<string, WritingDirection>()

/** The direction of a language; what is no language tag is taken for one from the left. */
export function directionOf(tag: string): WritingDirection {
  const direction = known.get(tag) ?? ask(tag)
  known.set(tag, direction)
  return direction
}

function ask(tag: string): WritingDirection {
  try {
    // TypeScript 6 does not know `getTextInfo` yet; Node 24 has it.
    const locale = new Intl.Locale(tag) as Intl.Locale & {
      getTextInfo?: () => { direction: WritingDirection }
    }
    return locale.getTextInfo?.().direction ?? 'ltr'
  } catch {
    return 'ltr'
  }
}
