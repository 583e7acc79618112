/** Which Passerelle this is, as its package says. */
import { createRequire, findPackageJSON } from 'node:module'

const path = findPackageJSON(import.meta.url) ?? '../package.json'

/** Such as `1.2.0`. */
export const { version } = createRequire(import.meta.url)(path) as { version: string }
