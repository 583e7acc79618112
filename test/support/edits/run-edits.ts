/** Edit a site at random, and compare what is built with what earlier builds have left and without. */
import { join } from 'node:path'
import { randomOf } from '../random.ts'
import {
  build,
  buildCold,
  difference,
  digestOfFiles,
  digestOfOutcome,
  type Outcome,
  warm,
} from './builds.ts'
import type { Edited } from './edit.ts'
import { editsOf, namesOf, subjects, takenBack } from './edits.ts'
import { type Files, changedPaths, readFiles, showFiles } from './files.ts'
import { type EditedSite, editable } from './sites.ts'

export interface EditRun {
  count: number
  seed: number
  /** A cold build follows each so many edits. */
  every: number
  /** Whether to end before all edits are made, after a last comparison; asked after each build. */
  isOver?: () => boolean
  /** Called after each build. */
  log?: (text: string) => void
}

/** What was done, and every difference that was found. */
export interface EditReport {
  edits: number
  cold: number
  /** Trees that came again, and were compared with what was built of them before. */
  repeated: number
  /** Builds of what had just been built, which have to say so. */
  again: number
  differences: string[]
  /** Edits by their kind. */
  kinds: Record<string, KindCount>
  /** Subjects of edits that this site did not get. */
  missing: string[]
}

interface KindCount {
  edits: number
  /** Those after which the site or a message was another one. */
  seen: number
}

/** A site after an edit, and what was built of it. */
interface Step extends Edited {
  number: number
  outcome: Outcome
}

/** So much of a site has to be there for the next edit. */
const mostly = 0.75

/** @throws Error with what the build said where the site cannot be built as it is. */
export async function runEdits(site: EditedSite, run: EditRun): Promise<EditReport> {
  const nextEdit = editsOf(randomOf(run.seed))
  const first = await readFiles(site.folder, editable(site))
  const disk = diskOf(site, first)
  const history: Edited[] = [{ subject: 'none', kind: 'none', files: first }]
  const known = new Map<string, string>()
  const report = emptyReport()
  const unedited = await build(site, warm)
  if (!unedited.isPublished)
    throw new Error(`The site cannot be built before its first edit:\n${unedited.printed}`)
  let steps: Step[] = [{ ...history[0]!, number: 0, outcome: unedited }]
  let isLast = run.count < 1
  for (let number = 1; !isLast; number++) {
    const last = steps.at(-1)!
    // Where much of the site is not built, most edits would show nothing.
    const isThere = last.outcome.files.size > unedited.files.size * mostly
    const edit = isThere ? nextEdit(last.files, history) : takenBack(history)
    history.push(edit)
    await disk.show(edit.files)
    const outcome = await build(site, warm, { before: last.outcome })
    const step = { ...edit, number, outcome }
    steps.push(step)
    count(report, last, step)
    run.log?.(`${number} ${textOf(last, step)}: exit code ${outcome.code}`)
    const [tree, made] = [digestOfFiles(edit.files), digestOfOutcome(outcome)]
    const before = known.get(tree)
    if (before) report.repeated++
    known.set(tree, made)
    const isOther = before !== undefined && before !== made
    if (isOther) report.differences.push(`${place(run, last, step)}: not as it was before`)
    isLast = number === run.count || run.isOver?.() === true
    if (isOther || number % run.every === 0 || isLast) {
      report.cold += await compareSteps({ site, run, disk, report }, steps)
      steps = [step]
      run.log?.(progress(run, report))
    }
  }
  return report
}

function emptyReport(): EditReport {
  const counts = { edits: 0, cold: 0, repeated: 0, again: 0 }
  return { ...counts, differences: [], kinds: {}, missing: [...subjects] }
}

function count(report: EditReport, last: Step, { kind, subject, outcome }: Step): void {
  const { kinds, missing } = report
  const before = kinds[kind] ?? { edits: 0, seen: 0 }
  const isSeen = digestOfOutcome(outcome) !== digestOfOutcome(last.outcome)
  kinds[kind] = { edits: before.edits + 1, seen: before.seen + (isSeen ? 1 : 0) }
  report.missing = missing.filter((name) => name !== subject)
  report.edits++
}

function progress({ count, seed }: EditRun, { edits, cold, differences }: EditReport): string {
  return `${edits} of ${count} edits (seed ${seed}), ${cold} cold builds, ${differences.length} differences`
}

interface Comparing {
  site: EditedSite
  run: EditRun
  disk: Disk
  report: EditReport
}

/** Compare the last step with a cold build; on a difference find the first step that has one. Gives cold builds. */
async function compareSteps(
  { site, run, disk, report }: Comparing,
  steps: readonly Step[],
): Promise<number> {
  let count = 0
  const compare = async (step: Step) => {
    await disk.show(step.files)
    count++
    return difference(step.outcome, await buildCold(site, { before: step.outcome }))
  }
  let bad = steps.length - 1
  let found = await compare(steps[bad]!)
  if (!found) {
    await compareAgain({ site, run, report }, steps.at(-2)!, steps[bad]!)
    return count
  }
  for (let good = 0; bad - good > 1;) {
    const middle = Math.floor((good + bad) / 2)
    const here = await compare(steps[middle]!)
    if (here) [bad, found] = [middle, here]
    else good = middle
  }
  const text = `${place(run, steps[bad - 1]!, steps[bad]!)}: warm and cold are not the same: ${found}`
  report.differences.push(text)
  run.log?.(text)
  await keepDifference(site, steps[bad - 1]!, steps[bad]!)
  await disk.show(steps.at(-1)!.files)
  return count
}

/** Keep the site before and after an edit, to look for the cause. */
async function keepDifference({ folder }: EditedSite, before: Step, after: Step): Promise<void> {
  const place = join(folder, `difference-${after.number}`)
  await showFiles(join(place, 'before'), new Map(), before.files)
  await showFiles(join(place, 'after'), new Map(), after.files)
}

/** A build where nothing has changed says what the last one said, and leaves its site. */
async function compareAgain(
  { site, run, report }: Omit<Comparing, 'disk'>,
  before: Step,
  step: Step,
): Promise<void> {
  if (!step.outcome.isPublished) return
  const again = await build(site, warm, { before: step.outcome })
  report.again++
  const found = again.isUnchanged ? difference(step.outcome, again) : 'it was built again'
  if (found)
    report.differences.push(`${place(run, before, step)}: nothing has changed, but ${found}`)
}

function place({ seed }: EditRun, before: Step, step: Step): string {
  return `seed ${seed}, edit ${step.number} (${textOf(before, step)})`
}

function textOf(before: Edited, { kind, files }: Edited): string {
  return `${kind}, ${namesOf(changedPaths(before.files, files))}`
}

interface Disk {
  show: (files: Files) => Promise<void>
}

function diskOf({ folder }: EditedSite, first: Files): Disk {
  let shown = first
  return {
    async show(files) {
      await showFiles(folder, shown, files)
      shown = files
    },
  }
}
