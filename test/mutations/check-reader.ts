/** Feed a reader with damaged files and look at what it says. */
import { randomFrom, mutate } from './mutate.ts'
import type { Reader } from './readers.ts'

/** What went wrong with one file, and how to see it again. */
export interface Failure {
  seed: number
  what: string
  input: string
}

/** Read `count` damaged files from `seed` on; the failures, at most five. */
export async function failuresOf(reader: Reader, seed: number, count: number): Promise<Failure[]> {
  const failures: Failure[] = []
  for (let own = seed; own < seed + count && failures.length < 5; own++) {
    const bytes = mutate(reader.texts, reader.dictionary, randomFrom(own))
    const what = await read(reader, bytes)
    if (what)
      failures.push({ seed: own, what, input: new TextDecoder().decode(bytes).slice(0, 400) })
  }
  return failures
}

async function read(reader: Reader, bytes: Uint8Array): Promise<string | undefined> {
  try {
    const problems = await reader.read(bytes)
    const vague = problems.find(
      ({ file, line, column, ruleId, reason }) =>
        !file || !(line >= 1) || !(column >= 1) || ruleId === 'unknown' || !reason,
    )
    return vague && `problem without a file, a place or a rule: ${JSON.stringify(vague)}`
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)
  }
}

/** `SEED=123` repeats what a failure said. */
export const firstSeed = Number(process.env['SEED'] ?? 1)
