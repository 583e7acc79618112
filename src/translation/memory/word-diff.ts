/** What has changed between two versions of a text, word by word. */
import { alignSequences } from '../align/sequence.ts'

export interface DiffPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Pieces in the order of both texts; what was removed comes before what was added in its place. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [old, now] = [before, after].map((text) => text.split(/(?<=\s)|(?=[^\p{L}\p{N}\s])/u))
  if (!old || !now) return []
  const same = alignSequences(
    [old.length, now.length],
    (item, other) => (old[item] === now[other] ? 1 : undefined),
    0,
  )
  const pieces: DiffPart[] = []
  let [from, to] = [0, 0]
  for (const [candidate, other] of [...same, [old.length, now.length] as const]) {
    add('removed', old.slice(from, candidate))
    add('added', now.slice(to, other))
    add('same', old.slice(candidate, candidate + 1))
    ;[from, to] = [candidate + 1, other + 1]
  }
  return pieces

  function add(kind: DiffPart['kind'], words: readonly string[]): void {
    const text = words.join('')
    const last = pieces.at(-1)
    if (!text) return
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
}

/** As `[-old-]{+new+}`, the way of `git diff --word-diff`. */
export function diffText(pieces: readonly DiffPart[]): string {
  const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
  return pieces
    .map(({ kind, text }) => {
      const [, title = '', space = ''] = /^(.*?)(\s*)$/su.exec(text) ?? []
      return kind === 'same' ? text : signs[kind][0] + title + signs[kind][1] + space
    })
    .join('')
}
