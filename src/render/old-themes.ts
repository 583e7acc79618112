/** Compiled themes that no build uses any more: each version of the program, and each base, makes another one. */
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { isSealed } from '../sealed-folder.ts'

const day = 24 * 60 * 60_000
/** What no build has used for so long is removed. */
const kept = 30 * day

/** Whether no build has used a theme for a day: its folder has the time of that. */
export function isMarkDue(theme: string, now = Date.now()): boolean {
  return lastUse(theme) < now - day
}

/** Say that a build uses a theme. */
export function markUsed(theme: string, now = Date.now()): void {
  utimesSync(theme, now / 1000, now / 1000)
}

/**
 * Remove the themes in a folder that no build has used for thirty days; what is no theme stays. Only while no other
 * process compiles or marks one there.
 */
export function removeUnused(folder: string, now = Date.now()): void {
  for (const name of readdirSync(folder).filter((item) => /^[\da-f]{32}$/.test(item))) {
    const theme = join(folder, name)
    if (lastUse(theme) >= now - kept || !isSealed(theme)) continue
    try {
      rmSync(theme, { recursive: true, force: true })
    } catch {
      // What stays costs room only.
    }
  }
}

function lastUse(theme: string): number {
  return statSync(theme, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
}
