/** The command line: arguments and streams in, exit code out. */
import { dirname } from 'node:path'
import { run } from './run.ts'

process.exitCode = await run(process.argv.slice(2), {
  // npm runs scripts in the project's folder; paths that a person types count from theirs.
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  root: dirname(dirname(import.meta.dirname)),
  print: (text) => void process.stdout.write(`${text}\n`),
  warn: (text) => void process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY && {
    // Back to the line’s beginning, and erase what is there.
    progress: (text: string) => void process.stderr.write(`\r\u001B[K${text}`),
  }),
})
