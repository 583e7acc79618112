/** Run `check` and `build` on a site, and tell what each says of it. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ReportedProblem } from '#src/report/problems.ts'
import { environment } from '../copied-site.ts'

export interface Outcome {
  code: number
  /** One list for each report that was printed. */
  reports: ReportedProblem[][]
  warnings: string
}

/** The command line with `--format json`, started in the project `program`. */
export function runJson(program: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((done) => {
    const main = `${program}/src/cli/main.ts`
    const options = { cwd: program, env: environment(program), maxBuffer: 2 ** 28 }
    execFile(process.execPath, [main, ...args, '--format', 'json'], options, (error, out, err) => {
      const code = typeof error?.code === 'number' ? error.code : Number(Boolean(error))
      done({ code, reports: reportsIn(out), warnings: err })
    })
  })
}

function reportsIn(text: string): ReportedProblem[][] {
  return text
    .split(/^(?=\{$)/m)
    .filter((part) => part.startsWith('{'))
    .map(
      (part) =>
        (JSON.parse(part.slice(0, part.lastIndexOf('\n}') + 2)) as { problems: ReportedProblem[] })
          .problems,
    )
}

/** Files that problems name and nobody has. */
export function unknownFiles(
  problems: readonly ReportedProblem[],
  ...roots: readonly string[]
): string[] {
  return problems
    .map(({ file }) => file)
    .filter((file) => !roots.some((root) => existsSync(resolve(root, file))))
}

export function lineOf({ file, line, column, severity, ruleId, reason }: ReportedProblem): string {
  return `${file}:${line}:${column} ${severity} ${ruleId} ${reason}`
}
