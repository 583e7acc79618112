/** The stages of long work: what is being done is shown, and what each has cost is measured. */
import type { Terminal } from './command.ts'

/** What one stage has cost. */
interface StageTime {
  stage: string
  /** Of this process, in seconds; programs that it starts are not in it. */
  cpu: number
  /** In seconds. */
  wall: number
  /** Memory of this process at the end of the stage, in megabytes. */
  memory: number
}

/** Says how far a stage is. */
export type Tick = (done: number, total: number) => void

/** Runs the stages of one command. */
export interface Stages {
  /** Do `work`; `label` is what it is called where somebody looks on, such as `Reading pages`. */
  run: <T>(stage: string, label: string, work: (tick: Tick) => Promise<T>) => Promise<T>
  times: readonly StageTime[]
}

/** How often a line is drawn again, in milliseconds. */
const interval = 100

/**
 * On a terminal each stage draws its line over the last one; where lines are kept it is a line of its own.
 *
 * @param isQuiet - Show nothing.
 */
export function startStages(
  { progress, announce }: Pick<Terminal, 'progress' | 'announce'>,
  isQuiet: boolean,
): Stages {
  const times: StageTime[] = []
  return {
    times,
    async run(stage, label, work) {
      const start = { cpu: process.cpuUsage(), wall: performance.now() }
      let drawn = 0
      if (!isQuiet) (progress ?? announce)?.(`${label}…`)
      try {
        return await work((done, total) => {
          const now = performance.now()
          if (isQuiet || !progress || (now - drawn < interval && done < total)) return
          drawn = now
          progress(`${label} ${done}/${total}`)
        })
      } finally {
        if (!isQuiet) progress?.('')
        const { user, system } = process.cpuUsage(start.cpu)
        const wall = seconds(performance.now() - start.wall, 1e3)
        const memory = Math.round(process.memoryUsage.rss() / 1e6)
        times.push({ stage, cpu: seconds(user + system, 1e6), wall, memory })
      }
    },
  }
}

function seconds(amount: number, unit: number): number {
  return Math.round((amount / unit) * 1000) / 1000
}
