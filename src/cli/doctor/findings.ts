/** What `doctor` has to say: judgements on what was seen of a machine and a site, which is given as values. */

import { largest } from '#plugins/large-arrays.ts'

/** `stop`: no build will succeed. `note`: something is worse than it could be. */
type DiagnosisState = 'ok' | 'note' | 'stop'

export interface Diagnosis {
  /** What was looked at. */
  subject: string
  state: DiagnosisState
  /** What is there. */
  found: string
  /** What to do about it. */
  advice?: string
}

/** Astro needs 22.12; older ones than this do not take types away from a configuration. */
const oldestNode = '22.18.0'

export function nodeFinding(version: string): Diagnosis {
  const subject = 'Node'
  if (compareVersions(version, oldestNode) >= 0) return { subject, state: 'ok', found: version }
  const advice = `Install Node ${oldestNode} or newer, or the package \`node\` beside Passerelle.`
  return { subject, state: 'stop', found: version, advice }
}

/** A package that builds need, and why it cannot be used, if it cannot. */
export interface PackageState {
  name: string
  version: string | undefined
  fault?: string
}

export function packageFinding({ name, version, fault }: PackageState): Diagnosis {
  const subject = `Package ${name}`
  if (version !== undefined && fault === undefined) return { subject, state: 'ok', found: version }
  const found = version === undefined ? 'not installed' : `${version}, cannot be loaded: ${fault}`
  const advice = 'Install anew with `npm ci`, on this machine and with optional packages.'
  return { subject, state: 'stop', found, advice }
}

/** The configuration: where it is, and how many errors it has. */
export function configFinding(name: string | undefined, errors: number): Diagnosis {
  const subject = 'Configuration'
  if (name === undefined) {
    const advice = 'Make a site with `passerelle init`, or name docfx folders.'
    return { subject, state: 'stop', found: 'none', advice }
  }
  if (errors === 0) return { subject, state: 'ok', found: name }
  const found = `${name}, with ${errors === 1 ? 'an error' : `${errors} errors`}`
  return { subject, state: 'stop', found, advice: '`passerelle check` names them.' }
}

/** A folder: what it is for, and whether it is there and may be written. */
export interface FolderState {
  subject: string
  path: string
  exists: boolean
  isWritable: boolean
  /** Without it there is nothing to build; others are made. */
  isNeeded?: boolean
  /** It is only read. */
  isRead?: boolean
}

export function folderFinding(folder: FolderState): Diagnosis {
  const { subject, path, exists, isWritable, isNeeded = false, isRead = false } = folder
  if (!exists && isNeeded) {
    return { subject, state: 'stop', found: `no folder ${path}`, advice: 'Make it, with a page.' }
  }
  if (isRead || isWritable) return { subject, state: 'ok', found: path }
  const advice = 'Change its permissions, or run as a user who may write there.'
  return { subject, state: 'stop', found: `${path} cannot be written`, advice }
}

/** Git’s version, if there is one, and why the folder is in no repository, if it is in none. */
export function gitFinding(version: string | undefined, fault: string | undefined): Diagnosis {
  const subject = 'Git'
  if (version === undefined) {
    const advice = 'Install it for `review`; builds do without.'
    return { subject, state: 'note', found: 'not installed', advice }
  }
  if (fault === undefined) return { subject, state: 'ok', found: version }
  const advice = '`git init` makes one: locks and ledger are made to be committed.'
  return { subject, state: 'note', found: `${version}, but no repository here`, advice }
}

export function chromiumFinding(path: string | undefined): Diagnosis {
  const subject = 'Chromium'
  if (path !== undefined) return { subject, state: 'ok', found: path }
  const advice = 'Only tests in a browser need it; builds do without.'
  return { subject, state: 'note', found: 'not found', advice }
}

export function letterCaseFinding(isSensitive: boolean): Diagnosis {
  const subject = 'Letter case'
  if (isSensitive) return { subject, state: 'ok', found: 'files differ by it, as on web servers' }
  const advice = '`passerelle check` reports links that only work here.'
  return { subject, state: 'note', found: 'this disk takes `A.md` and `a.md` for one file', advice }
}

/** Versions by their numbers; what follows those does not count. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(/[.-]/).map(Number))
  const differences = [0, 1, 2].map((index) => (left?.[index] ?? 0) - (right?.[index] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

/** One line each, with what to do below it, and what that comes to. */
export function findingsText(findings: readonly Diagnosis[]): string {
  const width = largest(
    findings.map(({ subject }) => subject.length),
    0,
  )
  const lines = findings.map(({ subject, state, found, advice }) => {
    const line = `${state.padEnd(4)}  ${subject.padEnd(width)}  ${found}`
    return advice ? `${line}\n      ${advice}` : line
  })
  const stops = findings.filter(({ state }) => state === 'stop').length
  const end = stops
    ? `${stops === 1 ? 'One thing stops' : `${stops} things stop`} a build.`
    : 'Nothing stops a build.'
  return [...lines, end].join('\n')
}
