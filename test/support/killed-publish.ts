/** A build that is killed while it publishes. */
import { type Ended, startModule } from './child.ts'

/**
 * Publish sites of twenty files that all say the same, one after the other, in a process of its own.
 *
 * @param kill - At which rename the process kills itself, counted from 1, before or after; without it the
 *   process goes on until somebody else kills it.
 */
export function startPublishing(out: string, text: string, kill?: { at: number; before: boolean }) {
  return startModule(`
    import { rename, writeFile } from 'node:fs/promises'
    import { publish } from '#src/cli/publish.ts'
    const kill = ${JSON.stringify(kill ?? { at: 0, before: false })}
    let count = 0
    const move = async (from, to) => {
      count++
      if (count === kill.at && kill.before) process.kill(process.pid, 'SIGKILL')
      await rename(from, to)
      if (count === kill.at) process.kill(process.pid, 'SIGKILL')
    }
    for (let site = 0; site < ${kill ? 1 : 10_000}; site++) {
      await publish(${JSON.stringify(out)}, async (folder) => {
        for (let file = 0; file < 20; file++) await writeFile(folder + '/' + file, ${JSON.stringify(text)} + site)
      }, { rename: move })
      console.log('published')
    }`)
}

export async function killedAt(
  out: string,
  text: string,
  kill: { at: number; before: boolean },
): Promise<Ended> {
  return startPublishing(out, text, kill).ended
}
