/**
 * `review` in front matter: when a page or step was last reviewed, by whom, and when it is due again.
 *
 * Nothing here reads the clock: pages show dates, so that a build on another day makes the same site. `check` reports
 * overdue ones (`report/overdue-reviews.ts`).
 */
import type { Point } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { isNode } from 'yaml'
import { nearestName } from '#plugins/nearest-name.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { isoDay } from './day.ts'
import { frontMatterBlock } from './front-matter-block.ts'
import type { PageReview, StepReview } from './page.ts'
import { parseYaml } from './yaml.ts'

const problem = defineProblems('files', {
  'front-matter-review': (reason: string) => ({ severity: 'error', reason }),
})

/** A review with a due date. */
export interface DueReview {
  /** `2026-11-30`. */
  due: string
  /** Id of the step; absent for the page. */
  step?: string
  /** The position of its `date` in the file. */
  place: Point
}

/** The reviews in the front matter of a page. */
export interface PageReviews {
  page?: PageReview
  steps: readonly StepReview[]
  due: readonly DueReview[]
  messages: readonly VFileMessage[]
}

type Path = readonly string[]
type Values = Readonly<Record<string, unknown>>

const keys = ['date', 'owner', 'every']

/**
 * Read `review` from front matter. Problems are in the result, at the key that is wrong.
 *
 * @param data - The front matter of the file `path`, whose text is `text`.
 * @param stepIds - Ids of the steps of the page.
 */
export function readReviews(
  data: Values,
  { text, path }: { text: string; path: string },
  stepIds: readonly string[],
): PageReviews {
  const messages: VFileMessage[] = []
  const value = data['review']
  if (value === undefined || value === null) return { steps: [], due: [], messages }
  const place = placesIn(text)
  const report = (at: Path, reason: string) =>
    void messages.push(problemAt(path, problem('front-matter-review', reason), place(at)))
  const page = readMap(value, ['review'], [...keys, 'steps'], report)
  const own = page && readReview(page, ['review'], report)
  const given = readMap(page?.['steps'] ?? {}, ['review', 'steps'], undefined, report) ?? {}
  const steps = Object.entries(given).flatMap(([id, typed]): StepReview[] => {
    const at = ['review', 'steps', id]
    if (!stepIds.includes(id)) {
      const near = nearestName(id, stepIds)
      report(at, `This page has no step \`${id}\`.${near ? ` Did you mean \`${near}\`?` : ''}`)
      return []
    }
    const values = readMap(typed, at, keys, report)
    // A step inherits what it does not set from its page.
    const result = values && readReview({ ...page, ...values }, at, report, values)
    return result ? [{ id, ...result }] : []
  })
  const due = [
    ...(own?.due ? [{ due: own.due, place: place(['review', 'date']) }] : []),
    ...steps.flatMap(({ id, due: day }) =>
      day && day !== own?.due
        ? [{ due: day, step: id, place: place(['review', 'steps', id, 'date']) }]
        : [],
    ),
  ]
  return { ...(own && { page: own }), steps, due, messages }
}

/** A review from values that were validated elsewhere, such as the defaults of a docfx docset. */
export function reviewOf(date: string | undefined, owner: unknown, every: unknown): PageReview {
  const due = date && typeof every === 'string' ? dayAfter(date, every) : undefined
  return {
    ...(date && { date }),
    ...(typeof owner === 'string' && owner.trim() && { owner: owner.trim() }),
    ...(due && { due }),
  }
}

/** @param typed - The values that this key sets itself; problems of inherited ones are reported at their own key. */
function readReview(
  values: Values,
  at: Path,
  report: (at: Path, reason: string) => void,
  typed: Values = values,
): PageReview | undefined {
  const wrong = (key: string, reason: string) => {
    if (typed[key] !== undefined) report([...at, key], reason)
  }
  const { owner, every } = values
  const date = isoDay(values['date'])
  if (values['date'] !== undefined && !date)
    wrong('date', `\`date\` of a review is not a date. Write one such as \`2026-11-22\`.`)
  if (owner !== undefined && (typeof owner !== 'string' || !owner.trim()))
    wrong('owner', '`owner` of a review is not text. Write who is responsible for the content.')
  const result = reviewOf(date, owner, every)
  if (every !== undefined && (typeof every !== 'string' || !dayAfter('2000-01-01', every)))
    wrong('every', '`every` of a review is not an interval. Write one such as `6 months`.')
  else if (every !== undefined && values['date'] === undefined)
    wrong('every', '`every` needs the date of the last review. Add `date: 2026-11-22` beside it.')
  return Object.keys(result).length ? result : undefined
}

/** The value as a map, with a problem for each unknown key; undefined, with a problem, for any other type. */
function readMap(
  value: unknown,
  at: Path,
  known: readonly string[] | undefined,
  report: (at: Path, reason: string) => void,
): Values | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report(
      at,
      `\`${at.at(-1)}\` is not a review. Write \`date\`, \`owner\` and \`every\` below it.`,
    )
    return undefined
  }
  for (const key of Object.keys(value)) {
    if (!known || known.includes(key)) continue
    const near = nearestName(key, known)
    report(
      [...at, key],
      `A review has no \`${key}\`. ` +
        (near ? `Did you mean \`${near}\`?` : 'It can have `date`, `owner` and `every`.'),
    )
  }
  return value as Values
}

/** The day after an interval such as `6 months`; undefined if the interval is malformed. */
function dayAfter(day: string, interval: string): string | undefined {
  const [, digits, unit] = /^([1-9]\d{0,3}) (day|week|month|year)s?$/.exec(interval.trim()) ?? []
  if (!digits || !unit) return undefined
  const count = Number(digits)
  const date = new Date(`${day}T00:00:00Z`)
  if (unit === 'day' || unit === 'week') {
    date.setUTCDate(date.getUTCDate() + count * (unit === 'week' ? 7 : 1))
  } else {
    const dayOfMonth = date.getUTCDate()
    date.setUTCMonth(date.getUTCMonth() + count * (unit === 'year' ? 12 : 1))
    // One month after 31 January is the last day of February.
    if (date.getUTCDate() !== dayOfMonth) date.setUTCDate(0)
  }
  // ISO 8601 has another form for later years.
  return date.getUTCFullYear() > 9999 ? undefined : date.toISOString().slice(0, 10)
}

/** The position of a key in the front matter, else of the nearest key around it. */
function placesIn(text: string): (at: Path) => Point {
  const block = frontMatterBlock(text)
  if (!block || block.fault) return () => ({ line: 1, column: 1 })
  const { document, pointAt } = parseYaml(block.yaml)
  const startOf = (at: Path): number | undefined => {
    const map = document.getIn(at.slice(0, -1), true) as
      { items?: readonly { key?: unknown }[] } | undefined
    const key = map?.items?.find(
      (item) => isNode(item.key) && String(item.key.toJS(document)) === at.at(-1),
    )?.key
    return isNode(key) ? key.range?.[0] : undefined
  }
  return (at) => {
    for (let length = at.length; length > 0; length -= 1) {
      const offset = startOf(at.slice(0, length))
      if (offset === undefined) continue
      const { line, column } = pointAt(offset)
      return { line: line + 1, column }
    }
    return { line: 1, column: 1 }
  }
}
