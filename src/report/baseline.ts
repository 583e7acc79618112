/**
 * Warnings that are known: a report that takes them out shows what is new.
 *
 * A warning is known by its file, its rule and its words, not by its line, which moves with every edit above it.
 */
import { z } from 'zod'
import type { ReportedProblem } from './problems.ts'

/** How often each message is known, by file and rule. */
export type Baseline = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>
>

const schema = z.object({
  version: z.literal(1),
  warnings: z.record(
    z.string(),
    z.record(z.string(), z.record(z.string(), z.number().int().positive())),
  ),
})

/** The baseline in a file’s text; undefined for a text that is none. */
export function readBaseline(text: string): Baseline | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data?.warnings
  } catch {
    return undefined
  }
}

/** The text of a file that knows all warnings among the problems, in their order. */
export function baselineText(problems: readonly ReportedProblem[]): string {
  const warnings: Record<string, Record<string, Record<string, number>>> = {}
  for (const { file, ruleId, reason, severity } of problems) {
    if (severity !== 'warning') continue
    const reasons = ((warnings[file] ??= {})[ruleId] ??= {})
    reasons[reason] = (reasons[reason] ?? 0) + 1
  }
  return `${JSON.stringify({ version: 1, warnings }, undefined, 2)}\n`
}

/** What is new: errors always are, and of equal warnings those that are more than were known. */
export function withoutKnown(
  problems: readonly ReportedProblem[],
  baseline: Baseline,
): ReportedProblem[] {
  const seen = new Map<string, number>()
  return problems.filter(({ file, ruleId, reason, severity }) => {
    if (severity === 'error') return true
    const key = JSON.stringify([file, ruleId, reason])
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count > (baseline[file]?.[ruleId]?.[reason] ?? 0)
  })
}
