/** A docset in which two parties have a page each, for tests of the page that shows both. */
import type { Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { elements } from '../support/built-pages.ts'
import { type Tree, readDocfxTree } from '../support/tree.ts'

export const configText = `export default { version: 1,
  docsets: [{ id: 'who', toc: ['page'] }],
  docfx: [
    {
      docset: 'guide',
      responsibilities: { page: 'who', parties: { us: 'us.md', you: 'you.md' } },
    },
  ],
}
`

const strings = {
  'alert.note': 'Note',
  'alert.tip': 'Tip',
  'guide.party.us': 'Us',
  'guide.party.you': 'You',
  'responsibilities.title': 'Side by side',
  'responsibilities.description': 'Who does what',
  'responsibilities.caption': 'Who does what',
  'responsibilities.section': 'Phase',
  'responsibilities.nothing': 'Nothing',
}

const french = {
  ...strings,
  'guide.party.us': 'Nous',
  'responsibilities.title': 'Côte à côte',
  'responsibilities.nothing': 'Rien',
}

export const front = (title: string, more = '') =>
  `---\ntitle: ${title}\ndescription: About it\n${more}---\n# ${title}\n`

/** Two parties in English, and whatever else. */
export function read(us: string, you: string, more: Tree = {}, parties?: Record<string, string>) {
  const tree = {
    'content/site.config.ts': configText,
    'content/ui/en.json': JSON.stringify(strings),
    'content/ui/fr-FR.json': JSON.stringify(french),
    'en-us/guide/us.md': front('Us', 'ms.date: 7/01/2020\n') + us,
    'en-us/guide/you.md': front('You', 'ms.date: 8/15/2020\n') + you,
    ...more,
  }
  const responsibilities = { page: 'who', parties: parties ?? { us: 'us.md', you: 'you.md' } }
  return readDocfxTree(tree, { version: 1, docfx: [{ docset: 'guide', responsibilities }] })
}

/** The table as a reader sees it: a line for each row. */
export function rowsOf(html: string): string[] {
  return elements(parse(html), 'tr').map((row) =>
    row.children.map((cell) => toString(cell).trim().replace(/\s+/g, ' ')).join(' | '),
  )
}

export const address = '/en-us/guide/who/'

export function parse(html: string): Root {
  return unified().use(rehypeParse, { fragment: true }).parse(html)
}
