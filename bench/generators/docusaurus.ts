/** Docusaurus with its faster tools. It has no search of its own. */
import { textOfPage } from '../inputs/pages.ts'
import type { Peer } from './peer.ts'

const config = `export default {
  title: 'Bench',
  url: 'https://bench.example',
  baseUrl: '/',
  future: { faster: true, v4: true },
  i18n: { defaultLocale: 'fr', locales: ['fr'] },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
}
`

const program = 'node_modules/@docusaurus/core/bin/docusaurus.mjs'

export const docusaurus: Peer = {
  name: 'Docusaurus',
  packages: {
    '@docusaurus/core': '3.10.2',
    '@docusaurus/faster': '3.10.2',
    '@docusaurus/preset-classic': '3.10.2',
    '@mdx-js/react': '3.1.1',
    react: '19.3.1',
    'react-dom': '19.3.1',
  },
  files: () => [['docusaurus.config.mjs', config]],
  content: 'docs',
  textOf: textOfPage,
  build: [program, 'build'],
  dev: [program, 'start', '--no-open'],
  out: 'build',
  caches: ['.docusaurus', 'node_modules/.cache'],
  ending: '/',
}
