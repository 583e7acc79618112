/** Bundles that no program uses any more. */
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The file of a bundle that names the folder of the program that it was made of. */
export const programName = 'program'

/** A build that began before the program was changed still loads parts of the old one. */
const gracePeriod = 60 * 60_000

/**
 * Remove bundles of programs that are not there any more, and those of earlier versions of this one.
 *
 * @param folder - Has a folder for each bundle.
 * @param program - Folder of the program that gets a new one.
 */
export function removeOld(folder: string, program: string, now = Date.now()): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const of = programOf(path)
    if (of === undefined) continue
    const isEarlier = of === program && statSync(path).mtimeMs < now - gracePeriod
    if (isEarlier || !existsSync(of)) rmSync(path, { recursive: true, force: true })
  }
}

function programOf(path: string): string | undefined {
  try {
    return readFileSync(join(path, programName), 'utf8')
  } catch {
    return undefined
  }
}
