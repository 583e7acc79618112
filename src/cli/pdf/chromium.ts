/** A Chromium that is on the machine. */
import { existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What installed ones are called, on Linux and Windows. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
]

/** Where installers put them outside of `PATH`. */
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

/**
 * The program of a Chromium: the one that is asked for or no other, else that of `CHROMIUM_PATH` or no other, one that
 * is installed, or that of playwright-core where a team has it. Undefined where there is none.
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
  return [...inPath, ...usual].find(isFile) ?? (await fromPlaywright())
}

/** What to say where there is none. */
export function missingChromium(asked: string | undefined): string {
  const none =
    asked === undefined
      ? 'There is no Chromium to print with.'
      : `There is no program \`${asked}\`.`
  return `${none} Install Chromium, Chrome or Edge, or name its program with --browser or CHROMIUM_PATH.`
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** The package is the team’s, if they have it: it is no dependency. */
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
