/** Starlight as its users have it: its default sidebar, with all pages, and its search. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFiles } from '../inputs/docfx.ts'
import { type NeutralPage, textOfPage } from '../inputs/pages.ts'
import { type Peer, middlePage } from './generator.ts'
import { posix } from 'node:path'

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

export const starlight: Peer = {
  name: 'starlight',
  packages: { '@astrojs/starlight': '0.42.4', astro: '7.3.5' },

  async write(folder, pages) {
    const content = join(folder, 'src/content/docs')
    const caches = [
      'dist',
      '.astro',
      'node_modules/.astro',
      'node_modules/.vite',
      'src/content/docs',
    ]
    for (const cache of caches) await rm(join(folder, cache), { recursive: true, force: true })
    await writeFiles(folder, [
      ['astro.config.mjs', config],
      ['src/content.config.ts', collections],
    ])
    await writeFiles(
      content,
      pages.map((page) => [page.path, starlightText(page)]),
    )
    return {
      build: { args: ['node_modules/astro/bin/astro.mjs', 'build'], cwd: folder },
      out: join(folder, 'dist'),
      edited: join(content, middlePage(pages).path),
      async clear() {
        for (const cache of caches.slice(0, -1))
          await rm(join(folder, cache), { recursive: true, force: true })
      },
    }
  },
}

/** Starlight draws the title itself, and takes links as they are. */
function starlightText(page: NeutralPage): string {
  const folder = posix.dirname(page.path)
  return textOfPage(page)
    .replace(/^# .*\n\n/m, '')
    .replaceAll(
      /\]\((?!https?:)([^)\s]+)\.md\)/g,
      (_, to: string) => `](/${posix.join(folder, to)}/)`,
    )
}
