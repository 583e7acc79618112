/** Find the command, run it, and give its exit code. */
import { nearestName } from '#plugins/nearest-name.ts'
import { UsageError } from './arguments.ts'
import type { Command, ExitCode, Terminal } from './command.ts'
import { version } from '../package.ts'
import { failureDetails, failureText } from './process/failure.ts'
import { readLanguages, readRoot } from './site-folder.ts'

interface CommandEntry {
  /** A line of `--help`. */
  summary: string
  /** Loads the command when it is used: `check` need not wait for what only `build` needs. */
  load: () => Promise<{ command: Command }>
}

const siteCommands: Readonly<Record<string, CommandEntry>> = {
  init: { summary: 'Create a site', load: () => import('./commands/init.ts') },
  dev: {
    summary: 'Show the site in a browser while you write',
    load: () => import('./commands/dev.ts'),
  },
  check: {
    summary: 'Report problems of the content and its translations, and repair some',
    load: () => import('./commands/check.ts'),
  },
  build: { summary: 'Build the site', load: () => import('./commands/build.ts') },
  assemble: {
    summary: 'Build the site from parts that several machines have drawn',
    load: () => import('./commands/assemble.ts'),
  },
  preview: { summary: 'Serve a built site', load: () => import('./commands/preview.ts') },
  pdf: { summary: 'Print a built site to PDFs', load: () => import('./commands/pdf.ts') },
  links: {
    summary: 'Keep published links working, and check those of a built site',
    load: () => import('./commands/links.ts'),
  },
  doctor: {
    summary: 'Check that this machine and this site have what a build needs',
    load: () => import('./commands/doctor.ts'),
  },
  migrate: {
    summary: 'Update the files of an older version of Passerelle',
    load: () => import('./commands/migrate.ts'),
  },
}

const translationCommands: Readonly<Record<string, CommandEntry>> = {
  status: {
    summary: 'Show how much of each translation is done',
    load: () => import('./commands/status.ts'),
  },
  next: { summary: 'Show what to translate next', load: () => import('./commands/next.ts') },
  export: {
    summary: 'Write files for translation tools',
    load: () => import('./commands/export.ts'),
  },
  import: {
    summary: 'Put translated files into the pages',
    load: () => import('./commands/import.ts'),
  },
  pretranslate: {
    summary: 'Translate by a program of your own',
    load: () => import('./commands/pretranslate.ts'),
  },
  confirm: {
    summary: 'Record that translations are right',
    load: () => import('./commands/confirm.ts'),
  },
  sync: {
    summary: 'Record new and changed blocks in the lock',
    load: () => import('./commands/sync.ts'),
  },
  review: {
    summary: 'Show which translations a change makes stale',
    load: () => import('./commands/review.ts'),
  },
  terms: {
    summary: 'Export or import the glossary',
    load: () => import('./commands/terms.ts'),
  },
  anchors: {
    summary: 'Give translated headings the ids of their source',
    load: () => import('./commands/anchors.ts'),
  },
  gc: {
    summary: 'Delete what is no longer needed from lock and memory',
    load: () => import('./commands/gc.ts'),
  },
}

const commands = new Map(Object.entries({ ...siteCommands, ...translationCommands }))

/** Former names of commands, which still work. */
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
  if (name === '--version' || name === '-v') {
    terminal.print(version)
    return 0
  }
  const isHelp = ['--help', '-h', 'help'].includes(name)
  const [topic] = rest
  if (isHelp && topic === undefined) {
    terminal.print(overview)
    return 0
  }
  const typed = isHelp ? (topic ?? '') : name
  const entry = commands.get(aliases.get(typed) ?? typed)
  if (!entry) {
    terminal.warn(unknownCommand(typed))
    return 2
  }
  const { command } = await entry.load()
  if (isHelp || rest.includes('--help') || rest.includes('-h')) {
    terminal.print(command.usage)
    return 0
  }
  return runLoaded(command, rest, terminal)
}

async function runLoaded(
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    const { root = terminal.root, rest: own } = readRoot(args, terminal.cwd)
    const { rest: others, ...languages } = readLanguages(own)
    return await command.run(others, { ...terminal, root, ...languages })
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.warn(`${error.message}\n\n${synopsis(command.usage)}`)
    return 2
  }
}

function unknownCommand(typed: string): string {
  const near = nearestName(typed, [...commands.keys()])
  const hint = near ? `Did you mean \`${near}\`? ` : ''
  return `There is no command \`${typed}\`. ${hint}\`passerelle --help\` lists all commands.`
}

/** The forms of a command, without the description of its options, which may be long. */
function synopsis(usage: string): string {
  const lines = usage.split('\n')
  const description = lines.findIndex((line) => /^ {4}\S/.test(line))
  const [name = ''] = usage.split(' ')
  return [
    ...lines.slice(0, description < 0 ? undefined : description),
    `    For all options: passerelle ${name} --help`,
  ].join('\n')
}

/** All commands by their names, in the order of `--help`. */
export async function loadCommands(): Promise<[name: string, command: Command][]> {
  return Promise.all(
    [...commands].map(async ([name, { load }]): Promise<[string, Command]> => {
      const { command } = await load()
      return [name, command]
    }),
  )
}

const overview = `Usage: passerelle <command> [arguments]

Site
${listOf(siteCommands)}

Translation
${listOf(translationCommands)}

Options
  --help         After a command: its arguments and options
  --version      Print the version
  --root folder  The folder of the site (default: the nearest one, from here upwards, with
                 content/site.config.ts)
  --source tag   The language that docfx docsets are written in, such as en-us, if no publishing configuration
                 names it. With --target, two folders of pages that another generator publishes, such as
                 --source en=docs --target fr=docs/fr

Exit codes: 0 done, 1 the content has problems or the command failed, 2 wrong usage.`

function listOf(entries: Readonly<Record<string, CommandEntry>>): string {
  return Object.entries(entries)
    .map(([name, { summary }]) => `  ${name.padEnd(13)}${summary}`)
    .join('\n')
}
