/** `dev`: show the site while it is written. */
import { join, sep } from 'node:path'
import { formatProblems } from '../../report/format-problems.ts'
import { UsageError, readArguments, readBase, readPort } from '../arguments.ts'
import type { Command, Terminal } from '../command.ts'
import { type LiveSite, openLiveSite } from '../dev/live-site.ts'
import { serveSite, takePort } from '../dev/server.ts'
import { type SiteRequest, SiteError } from '../dev/site-process.ts'
import { watchFolders } from '../dev/watch-folders.ts'
import { ledgerOption, ledgerRequest } from '../ledger-option.ts'
import { addCleanup } from '../process/signals.ts'
import { isInstalled } from '../../package.ts'
import { programFolder } from '../program.ts'
import { siteRoots } from '../site-files.ts'

export const command: Command = {
  usage: `dev [folder…] [--port 4321] [--base /docs/] [--l10n folder] [--ledger file] [--cache folder]
    Start a development server for the guides in content/, or for docfx docsets.
    The browser shows a change as soon as a file is saved; errors cover the page until they are fixed.
    --port   the port (default: 4321, or the next free one); 0 for any free port
    --base   the path under which the site will be published`,

  async run(args, terminal) {
    const { request, port } = readRequest(args, terminal)
    const { root } = terminal
    const roots = [...siteRoots(request.folders, terminal), join(root, 'public')]
    const modules = [join(root, 'content'), ...programSources()]
    const taken = await takePort(port)
    const site = await openSite(request, terminal, modules).catch((error: unknown) => {
      taken.server.close()
      taken.server.closeAllConnections()
      throw error
    })
    const server = await serveSite(taken, site)
    terminal.print(`The site is at ${server.url}`)
    const watching = await watchFolders([...roots, ...programSources()], async (changes) => {
      await site.change(changes)
      server.update()
      await watching.add(site.folders())
    })
    await watching.add(site.folders())
    return new Promise((resolve) => {
      addCleanup(() => {
        watching.close()
        site.close()
        server.close()
        resolve(0)
      })
    })
  },
}

function readRequest(args: readonly string[], terminal: Terminal) {
  const { values, positionals: folders } = readArguments(args, {
    port: { type: 'string' },
    base: { type: 'string' },
    l10n: { type: 'string' },
    cache: { type: 'string' },
    ...ledgerOption,
  })
  const publication = {
    url: undefined,
    base: values.base === undefined ? undefined : readBase(values.base),
    ledger: ledgerRequest(folders, values.ledger, terminal),
  }
  const { cwd, root, source } = terminal
  const { l10n, cache } = values
  const asked = source === undefined ? {} : { source }
  const request: SiteRequest = { cwd, root, ...asked, folders, publication, l10n, cache }
  return { request, port: values.port === undefined ? undefined : readPort(values.port) }
}

/** Where the program may be changed while it runs: not where it was installed as a package. */
function programSources(): string[] {
  return isInstalled ? [] : ['src', 'plugins'].map((folder) => join(programFolder, folder))
}

async function openSite(
  request: SiteRequest,
  terminal: Terminal,
  modules: readonly string[],
): Promise<LiveSite> {
  let printed = ''
  const print = (text: string) => {
    if (text && text !== printed) terminal.warn(text)
    printed = text
  }
  try {
    return await openLiveSite({
      request,
      isModule: (path) =>
        modules.some((folder) => path.startsWith(folder + sep)) && isModuleName(path),
      onLoaded: ({ problems }) => print(problems.length ? formatProblems(problems, 'text') : ''),
      onFailed: ({ message }) => print(message),
    })
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    throw new UsageError(error.message)
  }
}

/** Strings of the program are modules, those of the site are not: see `isModule`. */
function isModuleName(path: string): boolean {
  return /\.(?:[cm]?[jt]s|astro|css)$/.test(path) || /[/\\]src[/\\].*\.json$/.test(path)
}
