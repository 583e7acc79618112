/** What a team has in `content/` beside its pages: configuration, plugin, strings, search words, style sheet. */
import type { Tree } from '../tree.ts'

const strings = (home: string, search: string) =>
  `${JSON.stringify({ 'site.tagline': home, 'site.footer': home, 'search.label': search }, undefined, 2)}\n`

const drawing = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20" width="90" height="20"><path fill="${colour}" d="M0 0h90v20z"/></svg>\n`

/** @param docset - Name of the docset, and the pages of parties that are shown side by side. */
export function docfxContent(docset: string, parties: Readonly<Record<string, string>> = {}): Tree {
  const pairs = Object.entries(parties).map(([party, page]) => `      ${party}: '${page}',\n`)
  const responsibilities = pairs.length
    ? `    responsibilities: {\n      page: 'responsibilities',\n      parties: {\n${pairs.join('')}      },\n    },\n`
    : ''
  return {
    'content/site.config.ts': `import { ourWords } from './plugins/our-words.ts'

export default {
  version: 1,
  url: 'https://help.example',
  base: '/',
  title: { 'en-US': 'Help', 'fr-FR': 'Aide' },
  theme: {
    logo: { light: './theme/logo.svg', dark: './theme/logo-dark.svg' },
    favicon: '/favicon.svg',
    customCss: ['./theme/site.css'],
  },
  edit: 'https://code.example/edit/{path}',
  players: [
    'https://www.youtube-nocookie.com',
    'https://player.example',
  ],
  downloads: [
    '*/added.html',
    '*/samples/**',
  ],
  plugins: [ourWords],
  docfx: [{
    docset: '${docset}',
    offline: true,
${responsibilities}  }],
}
`,
    'content/ui/en.json': strings('Help for everybody.', 'Find'),
    'content/ui/fr-FR.json': strings('De l’aide pour tous.', 'Trouver'),
    'content/search/en-US.json': '{ "stop": ["the of"], "synonyms": [["page", "sheet"]] }\n',
    'content/search/fr-FR.json': '{ "stop": ["le la"], "synonyms": [["page", "feuille"]] }\n',
    'content/theme/logo.svg': drawing('navy'),
    'content/theme/logo-dark.svg': drawing('white'),
    'content/theme/site.css':
      '.site-title {\n  color: teal;\n}\n\n.page-title {\n  color: navy;\n}\n',
    'public/favicon.svg': drawing('teal'),
    'public/robots.txt': 'User-agent: *\n',
    ...pluginFiles,
  }
}

/** One that uses every hook of a build. */
export const pluginFiles: Tree = {
  'content/plugins/words.ts': `export const others = {
  tenant: 'organization',
  locataire: 'organisation',
  portal: 'site',
}
export const unwanted = [
  'simply',
  'simplement',
]
`,
  'content/plugins/our-words.ts': `import { others, unwanted } from './words.ts'

export const ourWords = {
  name: 'our-words',
  hooks: {
    markdown: { remark: [otherWords], rehype: [titles] },
    lint({ text }, report) {
      for (const word of unwanted) {
        if (text.includes(word)) report({ rule: 'unwanted', reason: \`Leave out “\${word}”.\` })
      }
    },
    search(record) {
      if (record.url.includes('archive')) return
      return { ...record, meta: { ...record.meta, team: 'Writers' } }
    },
    strings: {
      en: {
        'alert.important': 'Do not skip this',
        'alert.note': 'Mind this',
      },
      'fr-FR': {
        'alert.important': 'Ne pas sauter',
      },
    },
  },
}

function otherWords() {
  return (tree) => {
    /* here */
    walk(tree, (node) => {
      if (node.type !== 'text') return
      for (const [from, to] of Object.entries(others)) node.value = node.value.replaceAll(from, to)
    })
  }
}

function titles() {
  return (tree) => {
    walk(tree, (node) => {
      if (node.tagName === 'table') node.properties.title = 'Table'
    })
  }
}

function walk(node, visit) {
  visit(node)
  for (const child of node.children ?? []) walk(child, visit)
}
`,
}

/** The configuration of guides, with the plugin. */
export function withPlugin(config: string): string {
  return `import { ourWords } from './plugins/our-words.ts'\n${config.replace(/^ {2}docsets: \[/m, '  plugins: [ourWords],\n$&')}`
}
