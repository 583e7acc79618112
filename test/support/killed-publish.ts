/** A build that is killed while it publishes. */
import { type Ended, startModule } from './child.ts'

/** At which step of the disk the process kills itself, counted from 1, before or after. */
export interface Kill {
  at: number
  before: boolean
}

/** A disk that ends the process. */
const killingDisk = `
    import { rename, unlink } from 'node:fs/promises'
    let count = 0
    const end = () => process.kill(process.pid, 'SIGKILL')
    const killing = (work) => async (...paths) => {
      count++
      if (count === kill.at && kill.before) end()
      await work(...paths)
      if (count === kill.at) end()
    }
    const disk = { rename: killing(rename), unlink: killing(unlink) }`

/**
 * Publish sites of twenty files that all say the same, one after the other, in a process of its own.
 *
 * @param kill - Without it the process goes on until somebody else kills it.
 */
export function startPublishing(out: string, text: string, kill?: Kill) {
  return startModule(`
    import { writeFile } from 'node:fs/promises'
    import { publish } from '#src/cli/publish.ts'
    const kill = ${JSON.stringify(kill ?? { at: 0, before: false })}
    ${killingDisk}
    for (let site = 0; site < ${kill ? 1 : 10_000}; site++) {
      await publish(${JSON.stringify(out)}, async (folder) => {
        for (let file = 0; file < 20; file++) await writeFile(folder + '/' + file, ${JSON.stringify(text)} + site)
      }, { disk })
      console.log('published')
    }`)
}

export async function killedAt(out: string, text: string, kill: Kill): Promise<Ended> {
  return startPublishing(out, text, kill).ended
}

/** Publish files over a site, in a process of its own that ends on the way. */
export async function filesKilledAt(
  place: { out: string; cache: string },
  files: Readonly<Record<string, string>>,
  kill: Kill,
): Promise<Ended> {
  return startModule(`
    import { publishFiles } from 'file://${import.meta.dirname}/publish-files.ts'
    const kill = ${JSON.stringify(kill)}
    ${killingDisk}
    await publishFiles(${JSON.stringify(place)}, ${JSON.stringify(files)}, { disk })`).ended
}
