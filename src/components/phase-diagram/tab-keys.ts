/** Where a key leads in a row of tabs. */

/**
 * The index after `key` is pressed on tab `index` of `count`; `undefined` for keys that mean nothing.
 *
 * Both axes count, because the row is a column on small screens; past an end it goes on at the other.
 */
export function indexAfter(
  key: string,
  index: number,
  count: number,
  isRightToLeft: boolean,
): number | undefined {
  const right = isRightToLeft ? -1 : 1
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    ArrowRight: right,
    ArrowLeft: -right,
  }
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  return step === undefined ? undefined : (index + step + count) % count
}
