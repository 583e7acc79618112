/**
 * Problems that are reported to authors.
 *
 * Every area has one table of its problems; the key is the rule id, which never changes.
 * A problem says what is wrong, where, and what to do.
 */
import type { Node, Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'

/** `error` fails a check or a build, `warning` is shown, both always with their place. */
type Severity = 'error' | 'warning'

/** One row of a table: the message for the author. */
interface ProblemText {
  severity: Severity
  reason: string
  /** Longer help: why it matters or how to repair it. */
  note?: string
}

/** A finding that does not know its file yet. */
export interface Problem extends ProblemText {
  ruleId: string
  /** Where the rule is explained with an example. */
  url: string
}

/** Our own site’s manual by its go links: they are the same for every language, and stay. */
export const manualUrl = 'https://passerelle.example/go/manual'

/** What a table is about: the manual explains its rules on the page `rules-<area>`. */
export type RuleArea =
  | 'configuration'
  | 'docfx'
  | 'exchange'
  | 'files'
  | 'html'
  | 'links'
  | 'markdown'
  | 'permalinks'
  | 'procedures'
  | 'theme'
  | 'translation'
  | 'typography'

declare module 'unist' {
  interface Data {
    /** The included file that a node comes from; absent for the page's own nodes. */
    origin?: string
    /** The language of a node that a translation lacks and shows as its source page has it. */
    fallbackLang?: string
  }
}

type Table = Record<string, (...values: never[]) => ProblemText>

/**
 * Make the reporter of an area from its table.
 *
 * @example
 *   const problem = defineProblems('markdown', {
 *     'alert-kind': (kind: string) => ({ severity: 'warning', reason: `There is no alert \`${kind}\`. …` }),
 *   })
 *   report(file, problem('alert-kind', 'NOTES'), quote)
 */
export function defineProblems<const T extends Table>(area: RuleArea, table: T) {
  return <Id extends keyof T & string>(ruleId: Id, ...values: Parameters<T[Id]>): Problem => {
    const text = table[ruleId] as unknown as (...values: unknown[]) => ProblemText
    return { ruleId, url: `${manualUrl}/rules-${area}/#${ruleId}`, ...text(...values) }
  }
}

/** Add a problem to a file; `place` is the smallest range that the author must edit. */
export function report(
  file: VFile,
  problem: Problem,
  place?: Node | Point | Position,
): VFileMessage {
  const message = file.message(problem.reason, {
    ruleId: problem.ruleId,
    source: 'passerelle',
    ...(place && { place: placeOf(place) }),
  })
  message.url = problem.url
  message.fatal = problem.severity === 'error'
  if (problem.note) message.note = problem.note
  // What is shown as the source page has it is reported there, where its author can repair it.
  if (place && 'data' in place && place.data?.fallbackLang !== undefined) file.messages.pop()
  // What came in by an include is repaired in the included file.
  if (place && 'data' in place && place.data?.origin) message.file = place.data.origin
  return message
}

/** A problem of a file that was never parsed as Markdown (configuration, table of contents). */
export function problemAt(path: string, problem: Problem, place?: Point | Position): VFileMessage {
  const message = new VFileMessage(problem.reason, {
    ruleId: problem.ruleId,
    source: 'passerelle',
    ...(place && { place }),
  })
  message.file = path
  message.url = problem.url
  message.fatal = problem.severity === 'error'
  if (problem.note) message.note = problem.note
  return message
}

function placeOf(place: Node | Point | Position): Point | Position | undefined {
  if ('type' in place) return place.position
  return place
}
