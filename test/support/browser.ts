/** A real Chromium: from the registry, else from the system. */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core'
import { withLock } from '#src/cli/process-lock.ts'

interface Candidate {
  executablePath: string
  env: Record<string, string>
}

const systemPaths = ['/usr/bin/chromium', '/usr/bin/google-chrome']

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  // A page that asks another host for something fails its test instead of reaching it.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
]

/** Names the address of a running browser, which tests connect to instead of starting their own. */
export const addressVariable = 'PASSERELLE_TEST_BROWSER'

/**
 * Give a browser; the caller closes it, and with it all pages that were opened through it.
 *
 * It is the one that runs for all test files (`global-setup.ts`), else one of its own. `extra` arguments
 * are for those who need a debugging port, and always have a browser of their own.
 */
export async function openBrowser(extra: readonly string[] = []): Promise<Browser> {
  const address = process.env[addressVariable]
  if (address && extra.length === 0) return chromium.connect(address)
  return start((options) => chromium.launch(options), extra)
}

/** Start a browser that several processes connect to by its `wsEndpoint()`. */
export function startBrowserServer(): Promise<BrowserServer> {
  return start((options) => chromium.launchServer(options))
}

/** The program of a browser, for those who start it themselves. */
export async function browserProgram(): Promise<string> {
  for (const candidate of [named, fromRegistry, ...systemPaths.map(fromSystem)]) {
    const found = await candidate()
    if (found) return found.executablePath
  }
  throw new Error('No Chromium was found. Run `npm ci`, or set CHROMIUM_PATH.')
}

/**
 * `CHROMIUM_PATH` names the browser to start. Without it the registry's (`@sparticuz/chromium`) is tried,
 * then what the system has.
 */
async function start<Started>(
  launch: (options: LaunchOptions) => Promise<Started>,
  extra: readonly string[] = [],
): Promise<Started> {
  const failures: string[] = []
  for (const candidate of [named, fromRegistry, ...systemPaths.map(fromSystem)]) {
    try {
      const result = await candidate()
      if (result) return await launch({ ...result, args: [...args, ...extra] })
    } catch (error) {
      failures.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
    }
  }
  throw new Error(
    [
      'No Chromium could be started. Run `npm ci` (it brings @sparticuz/chromium for Linux on x64),',
      'or install Debian’s `chromium` package, or set CHROMIUM_PATH to the program of a Chromium.',
      ...failures.map((failure) => `Tried: ${failure}`),
    ].join('\n'),
  )
}

async function named(): Promise<Candidate | undefined> {
  const path = process.env['CHROMIUM_PATH']
  return path ? { executablePath: path, env: environment() } : undefined
}

function fromSystem(path: string) {
  return async () => (existsSync(path) ? { executablePath: path, env: environment() } : undefined)
}

let registry: Promise<Candidate> | undefined

function fromRegistry(): Promise<Candidate> | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  return (registry ??= unpackRegistry())
}

/**
 * The package believes itself on a bare machine of one cloud: then it brings its own libraries and
 * points the environment at them. No other program should get to see that environment.
 */
async function unpackRegistry(): Promise<Candidate> {
  const before = { ...process.env }
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x'
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    // Unpacking takes seconds, and half a program at its place looks like a whole one.
    const executablePath = await withLock(join(tmpdir(), 'passerelle-chromium.lock'), () =>
      packaged.executablePath(),
    )
    return { executablePath, env: environment() }
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

function environment(): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1])
  return Object.fromEntries(set)
}
