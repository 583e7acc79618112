/** Gives templates the site as `virtual:passerelle/site`. */
import type { Plugin } from 'vite'
import type { Site } from '../site.ts'

const name = 'virtual:passerelle/site'

export function siteModule(site: Site): Plugin {
  return {
    name: 'passerelle-site',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export const site = ${JSON.stringify(site)}` : undefined),
  }
}
