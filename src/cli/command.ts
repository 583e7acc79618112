/** What a command is, and what it gets. */

/** What a command needs of the world. */
export interface Terminal {
  /** Where the person is. */
  cwd: string
  /** The project's folder. */
  root: string
  /** The language that docsets of docfx are written in, as typed; absent where it was not. */
  source?: string
  /** A folder of translations, as typed after `--target`; `source` is then a folder, too. */
  target?: string
  /** For results. */
  print: (text: string) => void
  /** For progress and for what went wrong. */
  warn: (text: string) => void
  /** Shows how far long work is, over its last line; absent where the output is no terminal. */
  progress?: (text: string) => void
  /** Says what long work begins with, in a line of its own; absent where no log is kept. */
  announce?: (text: string) => void
  /** What is to be done when the command has ended, however it ends. */
  atEnd: (release: () => void) => void
  /** The moment that counts as now; absent for that of the machine. */
  now?: Date
  /** Environment variable `DEBUG`: `passerelle` shows where a failure comes from. */
  debug?: string | undefined
}

/** 0: done; 1: the content has problems, or the machine failed; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** Arguments and what the command does, for `--help`. */
  usage: string
  run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>
}
