/**
 * A function that returns its last result again while it is called with the same text: readers of a page need its
 * front matter several times. Results are shared and must not be changed.
 */
export function memoizeLast<Result>(read: (text: string) => Result): (text: string) => Result {
  let last: { text: string; result: Result } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, result: read(text) }
    return last.result
  }
}
