/** Gives templates the site as `virtual:passerelle/site`, and whether it is built to be published. */
import type { Plugin } from 'vite'
import type { Site } from '../site.ts'

const name = 'virtual:passerelle/site'

export function siteModule(site: Site): Plugin {
  // Asked of Vite, not of `import.meta.env.PROD`: that follows the environment of the person who builds.
  let isBuild = false
  return {
    name: 'passerelle-site',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}`
        ? `export const site = ${JSON.stringify(site)}; export const isBuild = ${isBuild}`
        : undefined,
  }
}
