/** Files that are exchanged with translators’ tools, in each format. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { HookedPlugin } from '#plugins/hooks.ts'
import { nodeFileSystem } from '../node-file-system.ts'
import { decodeFile } from '../translation/formats/decode-file.ts'
import { parseExchange, writeExchange } from '../translation/formats/exchange.ts'
import { omegatProject } from '../translation/formats/omegat.ts'
import {
  type PluginFormat,
  readPluginFormat,
  writePluginFormat,
} from '../translation/formats/plugin-format.ts'
import type { ReadFile } from '../translation/formats/read-unit.ts'
import { allTerms } from '../translation/glossary/needed-terms.ts'
import { type MemoryEntry, writeTmx } from '../translation/formats/tmx.ts'
import { selectUnits, type UnitSet } from '../translation/formats/unit.ts'
import { confirmedMemory, remembered, translatedMemory } from '../translation/memory/memory.ts'
import { withMatches } from '../translation/memory/matches.ts'
import type { BlockState } from '../translation/state/state.ts'
import { fileNames } from '../translation/project/team-files.ts'
import { unitSetOf, type TranslationProject } from '../translation/project/translation-project.ts'
import { UsageError } from './arguments.ts'
import { isFolder } from './is-folder.ts'

export const exchangeFormats = ['po', 'xliff12', 'xliff21', 'omegat', 'tmx', 'csv'] as const
export type ExchangeFormat = (typeof exchangeFormats)[number]

/** Files of an export by their path in its folder, and how many units they hold. */
export interface Exported {
  files: ReadonlyMap<string, string>
  /** Empty folders to make. */
  folders: readonly string[]
  units: number
}

/**
 * The files of an export.
 *
 * @param states - States of the units to export. (default: all)
 * @throws UsageError if the format of a plugin fails.
 */
export function exportFiles(
  project: TranslationProject,
  format: ExchangeFormat | PluginFormat,
  states: readonly BlockState[] | undefined,
  now: Date,
): Exported {
  const all = unitSetOf(project)
  const set = states ? selectUnits(all, states) : all
  const name = nameOf(set)
  if (typeof format === 'object') {
    const text = writeOwn(set, format)
    const files = new Map([[`${name}${format.extension}`, text]])
    return { files, folders: [], units: set.units.length }
  }
  switch (format) {
    case 'po':
    case 'csv':
    case 'xliff12':
    case 'xliff21': {
      const offered = withMatches(set, all, project.memory)
      const { extension, text, units } = writeExchange(offered, format, now)
      return { files: new Map([[`${name}.${extension}`, text]]), folders: [], units }
    }
    case 'tmx': {
      const memory = translatedMemory(remembered(project, project.lock))
      const { memory: file } = fileNames(set.docset, set.targetLocale)
      const files = new Map([[file, writeTmx(memory)]])
      return { files, folders: [], units: memory.entries.length }
    }
    case 'omegat': {
      const terms = allTerms(project.glossary, set.sourceLocale, set.targetLocale)
      const memory = translatedMemory(remembered(project, project.lock))
      const same = exactMatches(withMatches(set, all, project.memory))
      const known = { ...memory, entries: [...memory.entries, ...same] }
      const memories = { confirmed: confirmedMemory(project), known }
      const { files, folders } = omegatProject(set, memories, terms, now)
      const inProject = (path: string) => join(`${name}.omegat`, path)
      return {
        files: new Map([...files].map(([path, text]) => [inProject(path), text])),
        folders: folders.map(inProject),
        units: set.units.length,
      }
    }
  }
}

/** OmegaT compares tags, too, so matches from other memories are written with the tags of the unit. */
function exactMatches({ units }: UnitSet): MemoryEntry[] {
  return units.flatMap(({ source, matches = [] }) =>
    matches.filter(({ likeness }) => likeness >= 99).map(({ target }) => ({ source, target })),
  )
}

/** The formats of a site’s plugins. */
export function pluginFormats(plugins: readonly HookedPlugin[] = []): PluginFormat[] {
  return plugins.flatMap(({ name: plugin, hooks: { formats = [] } }) =>
    formats.map((format) => ({ ...format, plugin })),
  )
}

function writeOwn(set: UnitSet, format: PluginFormat): string {
  try {
    return writePluginFormat(set, format)
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `Plugin \`${format.plugin}\` failed while it wrote \`${format.name}\`: ${cause}. Repair the plugin, or choose another format.`,
    )
  }
}

/** Whether a folder is an OmegaT project. */
export async function isExchange(path: string): Promise<boolean> {
  return (await nodeFileSystem.read(join(path, 'omegat.project'))) !== undefined
}

/**
 * The files to import: of an OmegaT project, its translated documents.
 *
 * @throws UsageError for a project without any.
 */
export async function filesOf(path: string): Promise<string[]> {
  if (!(await isExchange(path))) return [path]
  const target = join(path, 'target')
  const made = (await isFolder(target)) ? await readdir(target) : []
  const files = made.filter((name) => name.endsWith('.po')).map((name) => join(target, name))
  if (files.length) return files
  throw new UsageError(
    `The OmegaT project \`${path}\` has no translated documents in its folder \`target\`. Choose Project > Create Translated Documents in OmegaT.`,
  )
}

/**
 * Read a file in the format of its extension; XLIFF files say their version.
 *
 * @throws UsageError if there is no such file or format.
 */
export async function readExchange(
  path: string,
  name: string,
  formats: readonly PluginFormat[] = [],
): Promise<ReadFile> {
  const bytes = await nodeFileSystem.read(path)
  if (!bytes) throw new UsageError(`There is no file \`${name}\`.`)
  const own = formats.find(({ extension }) => name.toLowerCase().endsWith(extension))
  if (own) return readOwn(bytes, name, own)
  const file = parseExchange(bytes, name)
  if (file) return file
  throw new UsageError(
    `\`${name}\` cannot be imported. Name a .po, .xlf or .csv file, or the folder of an OmegaT project.`,
  )
}

/** In the format of a plugin, which gets text. */
function readOwn(bytes: Uint8Array, name: string, format: PluginFormat): ReadFile {
  const { text, messages } = decodeFile(bytes, name)
  return messages.length > 0 ? { name, units: [], messages } : readPluginFormat(text, name, format)
}

function nameOf({ docset, sourceLocale, targetLocale }: UnitSet): string {
  return `${docset.replace(/[^\w.-]+/g, '-')}.${sourceLocale}.${targetLocale}`
}
