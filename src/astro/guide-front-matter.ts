/**
 * Read the front matter of guides once, by the reader that `check` uses, and give Astro pages without any:
 * its own reader takes other lines for fences, and stops the build where it disagrees about YAML.
 */
import type { Plugin } from 'vite'
import { frontMatterBlock, withEmptyFrontMatter } from '../docsets/front-matter-block.ts'
import { readFrontMatter } from '../docsets/front-matter.ts'

type FrontMatterData = Readonly<Record<string, unknown>>

/** The plugin, and what the pages that it has seen say of themselves, by whole path. */
export function guideFrontMatter(): { plugin: Plugin; data: ReadonlyMap<string, FrontMatterData> } {
  const data = new Map<string, FrontMatterData>()
  const plugin: Plugin = {
    name: 'passerelle-front-matter',
    // Before the one that compiles MDX.
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler(code, id) {
        const text = code.replace(/^\uFEFF/, '')
        data.set(id, readFrontMatter(text, id).data)
        return frontMatterBlock(text) ? { code: withEmptyFrontMatter(text), map: null } : undefined
      },
    },
  }
  return { plugin, data }
}
