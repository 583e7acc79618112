/** How the person wants problems reported: all of them, and without those that are known. */
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Baseline } from '../report/baseline.ts'
import { plural } from '../report/format-problems.ts'
import type { ReportedProblem } from '../report/problems.ts'
import { UsageError } from './arguments.ts'
import type { Terminal } from './command.ts'
import { writablePath } from './writable-path.ts'

export const problemOptions = {
  all: { type: 'boolean', default: false },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean', default: false },
} as const

/** As the person typed them. */
export interface ProblemOptions {
  /** List every problem, not the first ones of each rule. */
  all: boolean
  /** Absolute path of the file with known warnings. */
  baseline?: string
  /** Write that file anew. */
  updates: boolean
}

export function readProblemOptions(
  values: { all: boolean; baseline?: string | undefined; 'update-baseline': boolean },
  { cwd }: Pick<Terminal, 'cwd'>,
): ProblemOptions {
  const { all, baseline, 'update-baseline': updates } = values
  if (baseline === '') throw new UsageError('--baseline is empty. Name a file.')
  if (updates && baseline === undefined) {
    throw new UsageError('--update-baseline writes the file that --baseline names. Add --baseline.')
  }
  return { all, updates, ...(baseline !== undefined && { baseline: resolve(cwd, baseline) }) }
}

/** The problems that are new; with `--update-baseline` the file takes all warnings. */
export async function withoutBaseline(
  problems: readonly ReportedProblem[],
  { baseline, updates }: ProblemOptions,
  { warn }: Pick<Terminal, 'warn'>,
): Promise<readonly ReportedProblem[]> {
  if (baseline === undefined) return problems
  const { baselineText, withoutKnown } = await import('../report/baseline.ts')
  if (updates) await writeFile(await writablePath(baseline), baselineText(problems))
  const fresh = withoutKnown(problems, await knownIn(baseline))
  const known = problems.length - fresh.length
  if (known > 0) warn(`${plural(known, 'known warning')} left out: ${baseline}`)
  return fresh
}

async function knownIn(path: string): Promise<Baseline> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) {
    throw new UsageError(`There is no baseline \`${path}\`. --update-baseline writes it.`)
  }
  const { readBaseline } = await import('../report/baseline.ts')
  const known = readBaseline(text)
  if (!known) throw new UsageError(`\`${path}\` is no baseline. --update-baseline writes it anew.`)
  return known
}
