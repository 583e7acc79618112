/** `pretranslate`: translate the pending units with the user’s own program. */
import { spawn } from 'node:child_process'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { readJsonLines, writeJsonLines } from '../../translation/formats/json-lines.ts'
import type { ReadFile } from '../../translation/formats/read-unit.ts'
import { selectUnits, type UnitSet } from '../../translation/formats/unit.ts'
import { termsIn } from '../../translation/glossary/needed-terms.ts'
import { withMatches } from '../../translation/memory/matches.ts'
import {
  type TranslationProject,
  unitSetOf,
} from '../../translation/project/translation-project.ts'
import type { BlockState } from '../../translation/state/state.ts'
import { readArguments, UsageError } from '../arguments.ts'
import type { Command } from '../command.ts'
import {
  loadTranslations,
  loadTranslationsToWrite,
  translationOptions,
} from '../load-translations.ts'
import { importTranslations } from '../import-translations.ts'
import { Failure } from '../process/failure.ts'
import { readStates } from '../translation-arguments.ts'

export const command: Command = {
  usage: `pretranslate [folder…] --with command [--only missing] [--dry-run] [--docset id] [--locale tag]
      [--l10n folder] [--json]
    Translate missing and untranslated units with a command of your own. It reads one unit a line as JSON (id,
    source, matches, terms …) and writes lines with id and target. They are checked as by \`import\` and recorded as
    machine translations, to be confirmed with \`confirm\`.
    --with      the command with its arguments, as your shell reads it
    --only      states to translate, such as stale,missing
    --dry-run   change nothing, report what would happen`,

  async run(args, terminal) {
    const { values, positionals: folders } = readArguments(args, {
      ...translationOptions,
      with: { type: 'string' },
      only: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    })
    const program = values.with?.trim()
    if (!program) throw new UsageError('Say with --with which command translates.')
    const states = readStates('only', values.only) ?? defaultStates
    const isDry = values['dry-run']
    const open = isDry ? loadTranslations : loadTranslationsToWrite
    const opened = await open(folders, values, terminal)
    const files: ReadFile[] = []
    const faults: VFileMessage[] = []
    for (const { project } of opened.loaded) {
      const { set, input } = unitsToTranslate(project, states)
      if (set.units.length === 0) continue
      const output = await pipeThrough(program, input, terminal.cwd)
      const read = readJsonLines(output, `output for ${set.docset} ${set.targetLocale}`, set)
      files.push(read.file)
      append(faults, read.problems)
    }
    if (files.length === 0 && !values.json) terminal.print('Nothing waits.')
    const options = { status: 'machine', isPart: true } as const
    return importTranslations(
      { files, faults, opened, folders, isJson: values.json, isDry, options },
      terminal,
    )
  },
}

const defaultStates: readonly BlockState[] = ['missing', 'untranslated', 'partial']

function unitsToTranslate(
  project: TranslationProject,
  states: readonly BlockState[],
): { set: UnitSet; input: string } {
  const all = unitSetOf(project)
  const set = withMatches(selectUnits(all, states), all, project.memory)
  const { sourceLocale, targetLocale, glossary } = project
  const input = writeJsonLines(set, (unit) =>
    termsIn(unit.blocks.source.text, glossary, sourceLocale, targetLocale),
  )
  return { set, input }
}

/**
 * Run a shell command with `input` as its standard input.
 *
 * @returns Its standard output.
 * @throws Failure if it ends with another exit code than 0.
 */
function pipeThrough(command: string, input: string, cwd: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { cwd, shell: true, stdio: ['pipe', 'pipe', 'inherit'] })
    const output: Buffer[] = []
    child.stdout.on('data', (data: Buffer) => void output.push(data))
    // A command may end before it has read everything; its exit code says whether that is an error.
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(output))
      else {
        const how = signal ? `was ended by ${signal}` : `failed with exit code ${code}`
        reject(new Failure(`\`${command}\` ${how}. Nothing was written.`))
      }
    })
    child.stdin.end(input)
  })
}
