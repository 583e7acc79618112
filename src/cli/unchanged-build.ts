/** A build of what was built before: where nothing has changed since, nothing is read, drawn or written. */
import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digest, digestAll } from '../facts/digest.ts'
import { packRecord, unpackRecord } from '../facts/record-file.ts'
import type { FactStore } from '../facts/store.ts'
import { ignoredFolders, realPathNow } from '../real-path.ts'
import type { ExitCode } from './command.ts'
import { configModules } from './config-modules.ts'
import { type PublishedTree, stampOf, treeDigest } from './publish/tree.ts'

/** What a build has made of its inputs. */
export interface BuildResult {
  /** Problems, as they were printed. */
  printed: readonly string[]
  /** What it said besides, of what it had printed. */
  warned: readonly string[]
  /** What it said at the end. */
  summary: string
  code: ExitCode
  /** Where the history stood, if something of the site was made of it. */
  history?: string
  /** What `treeDigest` gives for the site as it was built. */
  output: string | undefined
}

/** What was kept of a build. */
interface BuildRecord extends BuildResult {
  /** Digest of all that it may read. */
  inputs: string
}

/** A build that may have been done before. */
export interface BuildQuestion {
  store: FactStore
  /** Absolute path of the site. */
  out: string
  /** Files and folders that the build may read, there or not. */
  inputs: readonly string[]
  /** These as they were before it began: undefined where something could not be read. */
  before: () => InputState | undefined
  /** What else it depends on: the program, the arguments. */
  given: readonly unknown[]
  /** The site that is there. */
  published: () => PublishedTree | undefined
  /** Where the history of the files stands; asked for where an earlier build has looked at it. */
  history: () => Promise<string>
}

/** What an earlier build has printed, if this one would make the same site, and it is still there as it was made. */
export async function unchangedBuild(question: BuildQuestion): Promise<BuildResult | undefined> {
  const key = keyOf(question)
  const kept = unpackRecord<BuildRecord>(key, await question.store.read(key))
  const tree = kept && question.published()
  if (!tree || kept.head.output !== treeDigest(tree)) return undefined
  const { history } = kept.head
  if (history !== undefined && history !== (await question.history())) return undefined
  return kept.head.inputs === question.before()?.content ? kept.head : undefined
}

/**
 * Keep what a build has made, for `unchangedBuild`. Nothing is kept where something could not be read, or has changed
 * since the build began: that may be in the site or not.
 */
export async function keepBuild(question: BuildQuestion, result: BuildResult): Promise<void> {
  const before = question.before()
  if (!before || result.output === undefined) return
  if (before.stamps !== inputStamps(question.inputs)) return
  const record: BuildRecord = { ...result, inputs: before.content }
  const key = keyOf(question)
  await question.store.write(key, packRecord(key, record))
}

function keyOf({ out, inputs, given }: BuildQuestion): string {
  return digestAll(['build', out, inputs, ...given])
}

/** Files and folders at a time. */
export interface InputState {
  /** Digest of what is in them: times of files say nothing after a checkout. */
  content: string
  /** Digest of their stamps: while these are the same nobody has written to a file, and none has to be read. */
  stamps: string
}

/** Undefined for what cannot be read. */
export function inputState(paths: readonly string[]): InputState | undefined {
  // Stamps first: what is written between the two has others afterwards.
  const stamps = inputStamps(paths)
  const content = inputsDigest(paths, (path) => digest(readFileSync(path)))
  return stamps === undefined || content === undefined ? undefined : { content, stamps }
}

function inputStamps(paths: readonly string[]): string | undefined {
  return inputsDigest(paths, stampOfTarget)
}

/** Of a link that of the file that it leads to. */
function stampOfTarget(path: string): string {
  return stampOf(path, statSync) ?? ''
}

function inputsDigest(
  paths: readonly string[],
  ofFile: (path: string) => string,
): string | undefined {
  const digestAt = (path: string): string => {
    const kind = kindOf(path)
    if (kind === 'file') return ofFile(path)
    if (kind === 'link') return digestAll(['link', readlinkSync(path), targetOf(path)])
    if (kind !== 'folder') return kind
    const names = readdirSync(path).filter((name) => !ignoredFolders.has(name))
    return digestAll(names.toSorted().flatMap((name) => [name, digestAt(join(path, name))]))
  }
  /** A link to a folder is followed where the folder is: builds read none that is outside. */
  const targetOf = (path: string): string => {
    try {
      return ofFile(path)
    } catch {
      return ''
    }
  }
  try {
    // A docset may be given by a link: as builds do, this reads where that leads.
    return digestAll(paths.map((path) => digestAt(realPathNow(path) ?? path)))
  } catch {
    return undefined
  }
}

function kindOf(path: string): 'file' | 'link' | 'folder' | 'missing' | 'other' {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (!stats) return 'missing'
  if (stats.isFile()) return 'file'
  if (stats.isSymbolicLink()) return 'link'
  return stats.isDirectory() ? 'folder' : 'other'
}

/**
 * Files and folders that a build may read.
 *
 * @param folders - Absolute paths of docfx folders; none for the guides of the project.
 * @param named - Absolute paths of what the arguments name besides.
 * @param root - The project’s folder.
 */
export function buildInputs(
  folders: readonly string[],
  named: readonly string[],
  root: string,
): string[] {
  // What a team keeps for a docset lies beside it, see `dataFolder`.
  const beside = folders.flatMap((folder) =>
    ['l10n', 'permalinks.json'].map((name) => join(dirname(folder), name)),
  )
  return [
    ...folders,
    ...beside,
    ...named,
    join(root, 'content'),
    join(root, 'public'),
    ...configModules(root),
  ]
}
