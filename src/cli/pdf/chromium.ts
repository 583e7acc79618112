/** Find a Chromium on the machine. */
import { existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Names of its program in `PATH`, on Linux and Windows. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
]

/** Where installers put it outside of `PATH`. */
const installPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

/**
 * The path of a Chromium: `asked` if given, else `CHROMIUM_PATH` if set, else an installed one, else that of
 * playwright-core if the team has that package. Undefined if there is none.
 *
 * @param asked - Absolute path that the user typed.
 */
export async function findChromium(
  asked: string | undefined,
  { CHROMIUM_PATH: named, PATH: path = '' }: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const only = asked ?? (named || undefined)
  if (only !== undefined) return isFile(only) ? only : undefined
  const inPath = path
    .split(delimiter)
    .flatMap((folder) => (folder ? names.map((name) => join(folder, name)) : []))
  return [...inPath, ...installPaths].find(isFile) ?? (await fromPlaywright())
}

/** The message for a machine without one. */
export function missingChromium(asked: string | undefined): string {
  const none = asked === undefined ? 'No Chromium was found.' : `There is no program \`${asked}\`.`
  return `${none} Install Chromium, Chrome or Edge, or name its program with --browser or CHROMIUM_PATH.`
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** Not a dependency: used only if the team has the package. */
async function fromPlaywright(): Promise<string | undefined> {
  const name = 'playwright-core'
  try {
    const { chromium } = (await import(name)) as { chromium: { executablePath: () => string } }
    const path = chromium.executablePath()
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}
