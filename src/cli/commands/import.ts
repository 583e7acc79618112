/** `import`: put the work of translators’ tools into the pages. */
import { posix, relative, resolve } from 'node:path'
import type { PluginFormat } from '../../translation/formats/plugin-format.ts'
import type { ReadFile } from '../../translation/formats/read-unit.ts'
import { readArguments, UsageError } from '../arguments.ts'
import type { Command, Terminal } from '../command.ts'
import { filesOf, isExchange, readExchange } from '../exchange-files.ts'
import { importMemories, isMemory } from '../import-memories.ts'
import { importTranslations } from '../import-translations.ts'
import {
  loadTranslations,
  loadTranslationsToWrite,
  translationOptions,
  type Wanted,
} from '../load-translations.ts'
import { readReviewer } from '../review/commit-review.ts'
import { splitFolders } from '../split-folders.ts'

export const command: Command = {
  usage: `import [folder…] <file…> [--dry-run] [--part] [--machine] [--reviewer name] [--docset id] [--locale tag]
      [--l10n folder] [--json]
    Put translations from .po, .xlf, .csv or an OmegaT project into the pages, and record them in the
    lock. Bad units are left out and reported with the reason; the exit code is then 1.
    A translation memory (.tmx) is merged into the existing one; \`export\` and \`next\` offer its matches.
    --dry-run   change nothing, report what would happen
    --part      files may have fewer units than were exported
    --machine   the files are machine translations, to be confirmed with \`confirm\`
    --reviewer  commit only the files written, with this name as Reviewed-by`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...translationOptions,
      'dry-run': { type: 'boolean', default: false },
      part: { type: 'boolean', default: false },
      machine: { type: 'boolean', default: false },
      reviewer: { type: 'string' },
    })
    const reviewer = readReviewer(values.reviewer)
    if (reviewer && values.machine) {
      throw new UsageError(
        'What a person has reviewed is no machine’s work: leave out --machine or --reviewer.',
      )
    }
    const { folders, others } = await splitFolders(positionals, terminal, isExchange)
    if (!others.length) throw new UsageError('No file is named. Name the files to import.')
    const loaded = await loadAll({ folders, others, values, isDry: values['dry-run'] }, terminal)
    const files = await readAll(
      others.filter((name) => !isMemory(name)),
      terminal,
      loaded.formats,
    )
    const options = { status: values.machine ? 'machine' : 'ok', isPart: values.part } as const
    return importTranslations(
      {
        files,
        opened: loaded,
        folders,
        isJson: values.json,
        isDry: values['dry-run'],
        options,
        ...(reviewer && { reviewer }),
      },
      terminal,
    )
  },
}

interface Request {
  folders: readonly string[]
  others: readonly string[]
  values: Wanted
  isDry: boolean
}

/** The translations, with the memories among the files merged into theirs. */
async function loadAll({ folders, others, values, isDry }: Request, terminal: Terminal) {
  const tmx = others.filter(isMemory)
  const loaded = isDry
    ? await loadTranslations(folders, values, terminal)
    : await loadTranslationsToWrite(folders, values, terminal, tmx.length > 0)
  const memories = tmx.length ? await importMemories(tmx, loaded.loaded, terminal.cwd) : undefined
  return { ...loaded, ...(memories && { memories }) }
}

async function readAll(
  given: readonly string[],
  { cwd }: Terminal,
  formats: readonly PluginFormat[],
): Promise<ReadFile[]> {
  const paths = (await Promise.all(given.map((value) => filesOf(resolve(cwd, value))))).flat()
  return Promise.all(
    paths.map((path) => readExchange(path, posix.normalize(relative(cwd, path)) || path, formats)),
  )
}
