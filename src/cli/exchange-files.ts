/** The formats in which work goes out and comes back, and their files. */
import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { nodeFileSystem } from '../node-file-system.ts'
import { readCsv, writeCsv } from '../translation/formats/csv.ts'
import { omegatProject } from '../translation/formats/omegat.ts'
import { readPo, writePo } from '../translation/formats/po.ts'
import type { ReadFile } from '../translation/formats/read-unit.ts'
import { writeTmx } from '../translation/formats/tmx.ts'
import { selectUnits, type UnitSet } from '../translation/formats/unit.ts'
import { readXliff12, writeXliff12 } from '../translation/formats/xliff12.ts'
import { readXliff21, writeXliff21 } from '../translation/formats/xliff21.ts'
import { confirmed, remembered, translated } from '../translation/memory/memory.ts'
import { allTerms } from '../translation/memory/proposals.ts'
import type { BlockState } from '../translation/state/state.ts'
import { fileNames } from '../translation/project/team-files.ts'
import { unitSetOf, type TranslationProject } from '../translation/project/translation-project.ts'
import { UsageError } from './arguments.ts'
import { isFolder } from './is-folder.ts'

export const exchangeFormats = ['po', 'xliff12', 'xliff21', 'omegat', 'tmx', 'csv'] as const
export type ExchangeFormat = (typeof exchangeFormats)[number]

/** XLIFF’s own, and those of Trados, memoQ, Phrase and Wordfast. */
const xliffExtensions = new Set([
  '.xlf',
  '.xliff',
  '.xml',
  '.sdlxliff',
  '.mqxliff',
  '.mxliff',
  '.mxlf',
  '.txlf',
])

/** Files of an export by their path in its folder, and how many units they hold. */
export interface Exported {
  files: ReadonlyMap<string, string>
  /** Empty folders that belong to it. */
  folders: readonly string[]
  units: number
}

/** @param states - Only units in these; all by default. */
export function exportFiles(
  project: TranslationProject,
  format: ExchangeFormat,
  states: readonly BlockState[] | undefined,
  now: Date,
): Exported {
  const all = unitSetOf(project)
  const set = states ? selectUnits(all, states) : all
  const name = nameOf(set)
  const item = (extension: string, text: string, units = set.units.length): Exported => ({
    files: new Map([[`${name}.${extension}`, text]]),
    folders: [],
    units,
  })
  switch (format) {
    case 'po':
      return item('po', writePo(set, { revised: now }))
    case 'csv':
      // Excel in French wants `;`.
      return item('csv', writeCsv(set, { delimiter: /^fr\b/i.test(set.targetLocale) ? ';' : ',' }))
    case 'xliff12': {
      const text = writeXliff12(set)
      return item('12.xlf', text, text.split('<trans-unit ').length - 1)
    }
    case 'xliff21':
      return item('21.xlf', writeXliff21(set))
    case 'tmx': {
      const memory = translated(remembered(project, project.lock))
      const { memory: file } = fileNames(set.docset, set.targetLocale)
      const files = new Map([[file, writeTmx(memory)]])
      return { files, folders: [], units: memory.entries.length }
    }
    case 'omegat': {
      const terms = allTerms(project.glossary, set.sourceLocale, set.targetLocale)
      const known = translated(remembered(project, project.lock))
      const memories = { confirmed: confirmed(project), known }
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

/** What of an export is for `import`: a file, or the folder of an OmegaT project. */
export async function isExchange(path: string): Promise<boolean> {
  return (await nodeFileSystem.read(join(path, 'omegat.project'))) !== undefined
}

/** The files that a person means: of an OmegaT project those that it has made. */
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

/** Read a file of any of the formats, recognised by its extension and, for XLIFF, by its version. */
export async function readExchange(path: string, name: string): Promise<ReadFile> {
  const bytes = await nodeFileSystem.read(path)
  if (!bytes) throw new UsageError(`There is no file \`${name}\`.`)
  const extension = extname(path).toLowerCase()
  if (extension === '.po' || extension === '.pot') return readPo(bytes, name)
  if (extension === '.csv') return readCsv(bytes, name)
  if (xliffExtensions.has(extension)) {
    const start = new TextDecoder().decode(bytes.subarray(0, 2000)).replaceAll('\u0000', '')
    return /<xliff[^>]*\sversion\s*=\s*["']2/.test(start)
      ? readXliff21(bytes, name)
      : readXliff12(bytes, name)
  }
  throw new UsageError(
    `\`${name}\` cannot be imported. Name a .po, .xlf or .csv file, or the folder of an OmegaT project.`,
  )
}

function nameOf({ docset, sourceLocale, targetLocale }: UnitSet): string {
  return `${docset.replace(/[^\w.-]+/g, '-')}.${sourceLocale}.${targetLocale}`
}
