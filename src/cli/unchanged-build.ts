/** A build of what was built before: where nothing has changed since, nothing is read, drawn or written. */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digest, digestAll } from '../facts/digest.ts'
import { packRecord, unpackRecord } from '../facts/record-file.ts'
import type { FactStore } from '../facts/store.ts'
import { ignoredFolders } from '../real-path.ts'
import type { ExitCode } from './command.ts'
import { configModules } from './config-modules.ts'
import { type PublishedTree, treeDigest } from './publish/tree.ts'

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
  return kept.head.inputs === inputsDigest(question.inputs) ? kept.head : undefined
}

/**
 * Keep what a build has made, for `unchangedBuild`.
 *
 * @param inputs - The digest of its inputs before it began: what changed meanwhile may be in the site or not. Undefined
 *   where something could not be read: nobody knows then whether it has changed.
 */
export async function keepBuild(
  question: BuildQuestion,
  inputs: string | undefined,
  result: BuildResult,
): Promise<void> {
  if (inputs === undefined || result.output === undefined) return
  if (inputs !== inputsDigest(question.inputs)) return
  const record: BuildRecord = { ...result, inputs }
  const key = keyOf(question)
  await question.store.write(key, packRecord(key, record))
}

function keyOf({ out, inputs, given }: BuildQuestion): string {
  return digestAll(['build', out, inputs, ...given])
}

/** Digest of files by their content: times of files say nothing after a checkout. Undefined for what cannot be read. */
export function inputsDigest(paths: readonly string[]): string | undefined {
  try {
    return digestAll(paths.map((path) => contentDigest(path)))
  } catch {
    return undefined
  }
}

function contentDigest(path: string): string {
  const kind = kindOf(path)
  if (kind === 'file') return digest(readFileSync(path))
  if (kind === 'link') return digestAll(['link', readlinkSync(path), targetDigest(path)])
  if (kind !== 'folder') return kind
  const names = readdirSync(path).filter((name) => !ignoredFolders.has(name))
  return digestAll(names.toSorted().flatMap((name) => [name, contentDigest(join(path, name))]))
}

/** A link to a folder is followed where the folder is: builds read none that is outside. */
function targetDigest(path: string): string {
  try {
    return digest(readFileSync(path))
  } catch {
    return ''
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
