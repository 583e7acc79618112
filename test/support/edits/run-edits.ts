/** Edit a site at random, and compare what is built with what earlier builds have left and without. */
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
import { type Edited, namesOf, nextEdit, takenBack } from './edits.ts'
import { type Files, changedPaths, readFiles, showFiles } from './files.ts'
import { type EditedSite, editable } from './sites.ts'

export interface EditRun {
  count: number
  seed: number
  /** A cold build follows each so many edits. */
  every: number
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
}

/** A site after an edit, and what was built of it. */
interface Step extends Edited {
  number: number
  outcome: Outcome
}

/** @throws Error with what the build said where the site cannot be built as it is. */
export async function runEdits(site: EditedSite, run: EditRun): Promise<EditReport> {
  const random = randomOf(run.seed)
  const first = await readFiles(site.folder, editable(site))
  const disk = diskOf(site, first)
  const history: Edited[] = [{ kind: 'none', files: first }]
  const known = new Map<string, string>()
  const report: EditReport = { edits: 0, cold: 0, repeated: 0, again: 0, differences: [] }
  const unedited = await build(site, warm)
  if (!unedited.isPublished)
    throw new Error(`The site cannot be built before its first edit:\n${unedited.printed}`)
  let steps: Step[] = [{ ...history[0]!, number: 0, outcome: unedited }]
  for (let number = 1; number <= run.count; number++) {
    const last = steps.at(-1)!
    // Where nothing can be built edits would show nothing.
    const edit = last.outcome.isPublished
      ? nextEdit(last.files, random, history)
      : takenBack(history)
    history.push(edit)
    await disk.show(edit.files)
    const outcome = await build(site, warm)
    const step = { ...edit, number, outcome }
    steps.push(step)
    report.edits++
    run.log?.(`${number} ${textOf(last, step)}: exit code ${outcome.code}`)
    const [tree, made] = [digestOfFiles(edit.files), digestOfOutcome(outcome)]
    const before = known.get(tree)
    if (before) report.repeated++
    known.set(tree, made)
    const isOther = before !== undefined && before !== made
    if (isOther) report.differences.push(`${place(run, last, step)}: not as it was before`)
    if (isOther || number % run.every === 0 || number === run.count) {
      report.cold += await compareSteps({ site, run, disk, report }, steps)
      steps = [step]
    }
  }
  return report
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
    return difference(step.outcome, await buildCold(site))
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
  await disk.show(steps.at(-1)!.files)
  return count
}

/** A build where nothing has changed says what the last one said, and leaves its site. */
async function compareAgain(
  { site, run, report }: Omit<Comparing, 'disk'>,
  before: Step,
  step: Step,
): Promise<void> {
  if (!step.outcome.isPublished) return
  const again = await build(site, warm)
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
