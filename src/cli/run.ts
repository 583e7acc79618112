/** Find the command, run it, and give its exit code. */
import { closest } from 'fastest-levenshtein'
import { UsageError } from './arguments.ts'
import type { Command, ExitCode, Terminal } from './command.ts'
import { version } from '../package.ts'
import { failureDetails, failureText } from './process/failure.ts'
import { readLanguages, readRoot } from './site-folder.ts'

/** Loaded when asked for: `check` need not wait for what only `build` needs. */
const commands = new Map<string, () => Promise<{ command: Command }>>([
  ['init', () => import('./commands/init.ts')],
  ['build', () => import('./commands/build.ts')],
  ['assemble', () => import('./commands/assemble.ts')],
  ['dev', () => import('./commands/dev.ts')],
  ['preview', () => import('./commands/preview.ts')],
  ['pdf', () => import('./commands/pdf.ts')],
  ['check', () => import('./commands/check.ts')],
  ['links', () => import('./commands/links.ts')],
  ['status', () => import('./commands/status.ts')],
  ['review', () => import('./commands/review.ts')],
  ['next', () => import('./commands/next.ts')],
  ['export', () => import('./commands/export.ts')],
  ['import', () => import('./commands/import.ts')],
  ['pretranslate', () => import('./commands/pretranslate.ts')],
  ['terms', () => import('./commands/terms.ts')],
  ['confirm', () => import('./commands/confirm.ts')],
  ['sync', () => import('./commands/sync.ts')],
  ['anchors', () => import('./commands/anchors.ts')],
  ['gc', () => import('./commands/gc.ts')],
  ['migrate', () => import('./commands/migrate.ts')],
  ['doctor', () => import('./commands/doctor.ts')],
])

/** Names that commands had before; they still work. */
const aliases: ReadonlyMap<string, string> = new Map([['adopt', 'sync']])

/** Run the command that `args` names. Errors are printed here and never thrown. */
export async function run(
  args: readonly string[],
  terminal: Omit<Terminal, 'atEnd'>,
): Promise<ExitCode> {
  const releases: (() => void)[] = []
  try {
    const atEnd = (release: () => void) => void releases.push(release)
    return await runCommand(args, { ...terminal, atEnd })
  } catch (error) {
    terminal.warn(failureText(error, terminal))
    const details = failureDetails(error, terminal.debug)
    if (details) terminal.warn(details)
    return 1
  } finally {
    for (const release of releases.toReversed()) release()
  }
}

async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = '--help', ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.print(await help())
    return 0
  }
  if (name === '--version' || name === '-v') {
    terminal.print(version)
    return 0
  }
  const load = commands.get(aliases.get(name) ?? name)
  if (!load) {
    const near = closest(name, [...commands.keys()])
    terminal.warn(`There is no command \`${name}\`. Did you mean \`${near}\`?\n\n${await help()}`)
    return 2
  }
  const { command } = await load()
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(command.usage)
    return 0
  }
  try {
    const { root = terminal.root, rest: own } = readRoot(rest, terminal.cwd)
    const { rest: others, ...languages } = readLanguages(own)
    return await command.run(others, { ...terminal, root, ...languages })
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.warn(`${error.message}\n\n${command.usage}`)
    return 2
  }
}

/** All commands by their names, in the order of `--help`. */
export async function loadCommands(): Promise<[name: string, command: Command][]> {
  return Promise.all(
    [...commands].map(async ([name, load]): Promise<[string, Command]> => {
      const { command } = await load()
      return [name, command]
    }),
  )
}

async function help(): Promise<string> {
  const loaded = await loadCommands()
  return [
    'Usage: passerelle <command> [arguments]',
    ...loaded.map(([, { usage }]) => usage),
    `--root folder, which every command takes, is the folder of the site (default: the nearest one from here upwards
that has content/site.config.ts).`,
    `--source tag, which every command takes, is the language that docfx docsets are written in, such as en-us, where no
publishing configuration names it. With --target both name folders of pages that another generator publishes, such as
--source en=docs --target fr=docs/fr.`,
    '--version prints the version, --help after a command its usage.',
    'Exit codes: 0 done, 1 the content has problems or the machine failed, 2 wrong usage.',
  ].join('\n\n')
}
