/** Which Passerelle this is, as its package says. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Compiled, the program lies one folder deeper in its package. */
const path = ['../package.json', '../../package.json']
  .map((name) => join(import.meta.dirname, name))
  .find((name) => existsSync(name))

/** Such as `1.2.0`. */
export const { version } = JSON.parse(readFileSync(path ?? '', 'utf8')) as { version: string }
