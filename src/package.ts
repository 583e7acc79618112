/** The package that the program is: a checkout, in which it may be changed while it runs, or a package of a site. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

const above = dirname(import.meta.dirname)

/** Compiled, the program lies in a folder of its package. */
export const packageFolder = existsSync(join(above, 'package.json')) ? above : dirname(above)

/** In the `node_modules` of a site, or of this machine. */
export const isInstalled = packageFolder.split(sep).includes('node_modules')

/** How a person runs a command: `npx passerelle`. */
export const commandPrefix = isInstalled ? 'npx passerelle' : 'npm run passerelle --'

/** Such as `1.2.0`. */
export const { version } = JSON.parse(
  readFileSync(join(packageFolder, 'package.json'), 'utf8'),
) as { version: string }
