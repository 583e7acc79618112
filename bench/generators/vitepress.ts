/** VitePress with its local search, and a sidebar of all pages, which it leaves to its users. */
import { type NeutralPage, textOfPage } from '../inputs/pages.ts'
import type { Peer } from './peer.ts'

const program = 'node_modules/vitepress/bin/vitepress.js'

interface Item {
  text: string
  link?: string
  collapsed?: boolean
  items?: Item[]
}

export const vitepress: Peer = {
  name: 'VitePress',
  packages: { vitepress: '1.6.4' },
  files: (pages) => [['docs/.vitepress/config.mjs', configOf(pages)]],
  content: 'docs',
  textOf: textOfPage,
  build: [program, 'build', 'docs'],
  dev: [program, 'dev', 'docs'],
  out: 'docs/.vitepress/dist',
  caches: ['docs/.vitepress/cache', 'docs/.vitepress/.temp'],
  ending: '.html',
  search: { box: '#localsearch-input', result: '.VPLocalSearchBox .result' },
}

function configOf(pages: readonly NeutralPage[]): string {
  const themeConfig = { search: { provider: 'local' }, sidebar: sidebarOf(pages) }
  return `export default ${JSON.stringify({ lang: 'fr', title: 'Bench', themeConfig })}\n`
}

function sidebarOf(pages: readonly NeutralPage[]): Item[] {
  const root: Item[] = []
  for (const { path, title } of pages) {
    let items = root
    for (const name of path.split('/').slice(0, -1)) {
      let group = items.find(({ text, items: inner }) => inner && text === name)
      if (!group) items.push((group = { text: name, collapsed: true, items: [] }))
      items = group.items!
    }
    items.push({ text: title, link: `/${path.replace(/\.md$/, '')}` })
  }
  return root
}
