/** Marks that Git leaves in a file where two branches changed the same lines. */
import { fileProblem, type FilePosition } from './read-unit.ts'

const mark = /^(?:<{7}|>{7})(?: .*)?$/m

/** The place of the first of them; undefined in a file without any. */
export function conflictAt(text: string): FilePosition | undefined {
  const match = mark.exec(text)
  return match ? { line: text.slice(0, match.index).split('\n').length, column: 1 } : undefined
}

export function exchangeConflict() {
  return fileProblem(
    'exchange-syntax',
    'The merge conflict is not resolved.',
    'Keep one version of each text.',
  )
}
