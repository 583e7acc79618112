/**
 * The same function, which gives the last result again while it is asked about the same text: what reads
 * a page asks several times for its front matter.
 *
 * Results are shared, so nobody may change them.
 */
export function keepingLast<Result>(read: (text: string) => Result): (text: string) => Result {
  let last: { text: string; result: Result } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, result: read(text) }
    return last.result
  }
}
