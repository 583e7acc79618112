/** Starlight as its users have it: a sidebar of all pages, and Pagefind. */
import { posix } from 'node:path'
import { type NeutralPage, textOfPage } from '../inputs/pages.ts'
import type { Peer } from './peer.ts'

const config = `import { defineConfig } from 'astro/config'
import starlight from '@astrojs/starlight'
export default defineConfig({
  site: 'https://bench.example',
  integrations: [starlight({ title: 'Bench', locales: { root: { label: 'Français', lang: 'fr' } } })],
})
`

const collections = `import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
`

const program = 'node_modules/astro/bin/astro.mjs'

export const starlight: Peer = {
  name: 'Starlight',
  packages: { '@astrojs/starlight': '0.42.4', astro: '7.3.5' },
  files: () => [
    ['astro.config.mjs', config],
    ['src/content.config.ts', collections],
  ],
  content: 'src/content/docs',
  textOf,
  build: [program, 'build'],
  dev: [program, 'dev'],
  out: 'dist',
  caches: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
  ending: '/',
  search: { box: '.pagefind-ui__search-input', result: '.pagefind-ui__result-link' },
}

/** Starlight draws the title itself, and takes links as they are. */
function textOf(page: NeutralPage): string {
  const folder = posix.dirname(page.path)
  const address = (_: string, to: string) => `](/${posix.join(folder, to)}/)`
  return textOfPage(page)
    .replace(/^# .*\n\n/m, '')
    .replaceAll(/\]\((?!https?:)([^)\s]+)\.md\)/g, address)
}
