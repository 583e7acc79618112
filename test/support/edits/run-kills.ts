/** Kill builds at random, and build again. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomOf } from '../random.ts'
import { build, buildCold, difference, type Outcome, startBuild } from './builds.ts'
import { editsOf } from './edits.ts'
import { type Files, readFiles, showFiles } from './files.ts'
import { type EditedSite, editable } from './sites.ts'

export interface KillRun {
  count: number
  seed: number
  log?: (text: string) => void
}

export interface KillReport {
  /** Builds that were started to be killed, and how many of them had ended before. */
  builds: number
  ended: number
  differences: string[]
}

/** The site at one time, and what a build without a cache makes of it. */
interface State {
  files: Files
  cold: Outcome
}

/** So many states of the site take turns. */
const states = 4

export async function runKills(site: EditedSite, run: KillRun): Promise<KillReport> {
  const report: KillReport = { builds: 0, ended: 0, differences: [] }
  if (run.count === 0) return report
  const random = randomOf(run.seed)
  const place = { out: 'killed', cache: 'killed-cache' }
  const all = await statesOf(site, run.seed)
  let shown = all[0]!.files
  await showFiles(site.folder, all.at(-1)!.files, shown)
  const started = performance.now()
  await build(site, place)
  const longest = performance.now() - started
  const beside = await readdir(site.folder)
  for (let round = 1; round <= run.count; round++) {
    const { files, cold } = random.pick(all)
    await showFiles(site.folder, shown, files)
    shown = files
    // Now and then all has to be made.
    if (random.once(3)) await rm(join(site.folder, place.cache), { recursive: true, force: true })
    const { process, ended } = startBuild(site, place)
    const wait = random.int(longest * 1.1)
    await sleep(wait)
    process.kill('SIGKILL')
    report.builds++
    if ((await ended).signal !== 'SIGKILL') report.ended++
    const found = difference(await build(site, place), cold)
    const left = (await readdir(site.folder)).filter((name) => !beside.includes(name))
    if (found) report.differences.push(`seed ${run.seed}, kill ${round}: ${found}`)
    if (left.length) report.differences.push(`kill ${round} has left ${left.join(', ')}`)
    run.log?.(`kill ${round} after ${wait} ms: ${found ?? 'the next build is right'}`)
  }
  return report
}

/** The site as it is, and after some edits; the last one is shown at the end. */
async function statesOf(site: EditedSite, seed: number): Promise<State[]> {
  const nextEdit = editsOf(randomOf(seed))
  const files = await readFiles(site.folder, editable(site))
  const all: State[] = [{ files, cold: await buildCold(site) }]
  while (all.length < states) {
    const last = all.at(-1)!
    const edit = nextEdit(last.files, [{ subject: 'none', kind: 'none', files }])
    await showFiles(site.folder, last.files, edit.files)
    const cold = await buildCold(site)
    if (cold.isPublished) all.push({ files: edit.files, cold })
    else await showFiles(site.folder, edit.files, last.files)
  }
  return all
}
