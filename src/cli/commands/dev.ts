/** `dev`: show the site while it is written. */
import { type FSWatcher, watch } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { formatProblems } from '../../report/format-problems.ts'
import { readArguments, readBase, readPort } from '../arguments.ts'
import { buildPlaces } from '../cache.ts'
import type { Command, Terminal } from '../command.ts'
import { type DevSite, openDevSite } from '../dev/dev-site.ts'
import { type DevServer, startDevServer } from '../dev/server.ts'
import { siteRoots } from '../find-site.ts'
import { isFolder } from '../is-folder.ts'
import { ledgerOption, ledgerRequest } from '../ledger-option.ts'
import { loadDrawnSite } from '../load-site.ts'
import { addCleanup } from '../process/signals.ts'

export const command: Command = {
  usage: `dev [folder…] [--port 4321] [--base /docs/] [--l10n folder] [--ledger file] [--cache folder]
    Show the site at an address of this machine while it is written: the guides in content/, or docfx docsets.
    Pages change in the browser as soon as a file is saved; errors stand over the page until they are repaired.
    --port   the port (default: 4321); 0 takes any that is free
    --base   the path that the site will have`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      port: { type: 'string', default: '4321' },
      base: { type: 'string' },
      l10n: { type: 'string' },
      cache: { type: 'string' },
      ...ledgerOption,
    })
    const publication = {
      url: undefined,
      base: values.base === undefined ? undefined : readBase(values.base),
      ledger: ledgerRequest(positionals, values.ledger, terminal),
    }
    const port = readPort(values.port)
    const places = await buildPlaces(terminal, values.cache)
    const load = () => loadDrawnSite(positionals, publication, terminal, places, values.l10n)
    const site = await openDevSite(load, places)
    report(site, terminal)
    const server = await startDevServer(site, port)
    terminal.print(`The site is at ${server.url}`)
    const stop = await watchFolders(siteRoots(positionals, terminal), (path) =>
      refresh(site, server, path, terminal),
    )
    return new Promise((resolve) => {
      addCleanup(() => {
        stop()
        server.close()
        resolve(0)
      })
    })
  },
}

/** How long an editor may take to write a file, in milliseconds. */
const pause = 20

/**
 * Call `changed` with the path of a file that has changed; changes during a call are one more call.
 *
 * @returns What ends it.
 */
async function watchFolders(
  folders: readonly string[],
  changed: (path: string) => Promise<void>,
): Promise<() => void> {
  let next: string | undefined
  let isRunning = false
  const run = async () => {
    isRunning = true
    while (next !== undefined) {
      await sleep(pause)
      const path = next
      next = undefined
      await changed(path)
    }
    isRunning = false
  }
  const watchers: FSWatcher[] = []
  for (const folder of folders) {
    if (!(await isFolder(folder))) continue
    watchers.push(
      watch(folder, { recursive: true }, (_event, name) => {
        next = `${folder}/${name ?? ''}`
        if (!isRunning) void run()
      }),
    )
  }
  return () => {
    for (const watcher of watchers) watcher.close()
  }
}

async function refresh(
  site: DevSite,
  server: DevServer,
  path: string,
  terminal: Terminal,
): Promise<void> {
  // The configuration is a module, which a process loads once.
  if (path.endsWith('/content/site.config.ts')) return restart(server)
  try {
    server.update(await site.refresh())
    report(site, terminal)
  } catch (error) {
    // A file may be half written: what is saved next is read again.
    terminal.warn(error instanceof Error ? error.message : String(error))
  }
}

function restart(server: DevServer): void {
  server.close()
  process.execve?.(
    process.execPath,
    [process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    process.env,
  )
}

function report(site: DevSite, terminal: Terminal): void {
  const problems = site.problems()
  if (problems.length) terminal.warn(formatProblems(problems, 'text'))
}
