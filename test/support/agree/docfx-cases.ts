/** Small docfx docsets with something odd in each, in English and French. */
import { type Random, randomOf } from '../drift.ts'
import {
  type CaseDialect,
  type CaseFiles,
  append,
  download,
  edit,
  picture,
  put,
  some,
  twinPages,
} from './changes.ts'
import { chance, names, pick, texts, titles, typed } from './odd.ts'

/** A docset: its files, and its redirections. */
export interface DocfxCase extends CaseFiles {
  id: string
  seed: number
  /** Lines of the redirection file of each locale. */
  redirections: { locale: string; source: string; target: string }[]
}

const locales = ['en-us', 'fr-fr'] as const
const dialect: CaseDialect = {
  locales,
  extension: 'md',
  imageTag: '<img src="@" alt="a picture">',
  page,
}

type Change = (item: DocfxCase, random: Random) => void

export function docfxCase(seed: number): DocfxCase {
  const random = randomOf(seed)
  const item: DocfxCase = { id: `c${seed}`, seed, files: new Map(), redirections: [] }
  for (const locale of locales) {
    put(item, locale, 'docfx.json', config)
    put(item, locale, 'TOC.md', '# [Start](index.md)\n# [A](a.md)\n')
    put(item, locale, 'index.md', page('Start', `Words in ${locale}.\n\n## Here\n\nSee [A](a.md).`))
    put(item, locale, 'a.md', page('A', `More words in ${locale}.\n\n## Part\n\nEnd.`))
  }
  const count = 1 + Math.floor(random() * 3)
  for (let index = 0; index < count; index++) pick(random, changes)(item, random)
  return item
}

const config = JSON.stringify({
  build: {
    content: [{ files: ['**/*.md', '**/*.yml'], exclude: ['**/inc/**'] }],
    resource: [{ files: ['**/*.*', '**/LICENSE'] }],
  },
})

function page(title: string, body: string): string {
  return `---\ntitle: ${title}\ndescription: About it\n---\n\n# Heading\n\n${body}\n`
}

const changes: readonly Change[] = [
  function missingPage(item, random) {
    item.files.delete(`${pick(random, locales)}/a.md`)
  },
  function oddPage(item, random) {
    const name = `${pick(random, ['', '', 'sub/'])}${pick(random, names)}.md`
    for (const locale of some(random, locales))
      put(item, locale, name, page('Odd', '## Odd part\n\nWords.'))
    for (const locale of some(random, locales)) {
      append(item, locale, 'index.md', `See [odd](${typed(random, name)}) now.`)
      if (chance(random, 0.5)) append(item, locale, 'TOC.md', `# [Odd](${typed(random, name)})`)
    }
  },
  twinPages(dialect),
  picture(dialect),
  download(dialect),
  function frontMatter(item, random) {
    for (const locale of some(random, locales))
      put(item, locale, 'a.md', page(pick(random, titles), 'Words.'))
  },
  function heading(item, random) {
    const title = pick(random, [
      'New part',
      'Here',
      'Étape'.normalize('NFD'),
      'A `code`',
      '😀',
      '__x__',
    ])
    const slug = pick(random, ['new-part', 'here', 'étape', 'here-1', 'nowhere', '_main', ''])
    for (const locale of some(random, locales))
      append(
        item,
        locale,
        'index.md',
        `## ${title}\n\nSee [it](#${slug}) and [too](index.md#${slug}).`,
      )
  },
  function lessHeadings(item, random) {
    edit(item, pick(random, locales), 'index.md', (text) => text.replace(/^## .*$/m, ''))
  },
  function words(item, random) {
    for (const locale of some(random, locales)) append(item, locale, 'a.md', pick(random, texts))
  },
  function badToc(item, random) {
    const [name, text] = pick(random, [
      ['TOC.md', ''],
      ['TOC.md', '# Only words\n## [A](a.md)\n### [Gone](gone.md)\n'],
      ['TOC.md', '# [Out](https://x.example/)\n# [Up](../x.md)\n# [Anchor](a.md#nowhere)\n'],
      ['toc.yml', '- name: A\n  href: a.md\n- name: "\\ud800"\n  items:\n  - href: index.md\n'],
      ['toc.yml', '- name: [\n'],
      ['toc.yml', 'items: 5\n'],
    ] as const)
    for (const locale of some(random, locales)) {
      item.files.delete(`${locale}/TOC.md`)
      put(item, locale, name, text)
    }
  },
  function hub(item, random) {
    const title = pick(random, ['Hub', '"\\ud800"', 'é'.normalize('NFD')])
    const url = pick(random, [
      'a.md',
      'gone.md',
      'a.md#nowhere',
      'https://x.example/',
      '/x/y',
      '%E9',
    ])
    const text = `### YamlMime:Landing\ntitle: ${title}\nsummary: Words\nmetadata:\n  title: ${title}\n  description: d\nlandingContent:\n- title: Card\n  linkLists:\n  - linkListType: overview\n    links:\n    - text: Link\n      url: ${url}\n`
    for (const locale of some(random, locales)) put(item, locale, 'hub.yml', text)
  },
  function redirection(item, random) {
    const source = pick(random, [
      'old',
      'print',
      'original',
      'a/original',
      'z'.repeat(600),
      ...names,
    ])
    const target = pick(random, [
      'a.md',
      '/c0/a',
      'gone',
      'https://x.example/',
      'https://x.example/<script>',
      `#x`,
      '"\ud800',
      'old',
    ])
    const typed = pick(random, [
      target,
      `/${item.id}/a`,
      `/${item.id}/a#part`,
      `/${item.id}/a#nowhere`,
    ])
    for (const locale of some(random, locales))
      item.redirections.push({ locale, source: `${source}.md`, target: typed })
  },
  function include(item, random) {
    const name = pick(random, [
      'inc/w.md',
      'inc/é.md'.normalize('NFD'),
      'inc/a b.md',
      'inc/100%.md',
    ])
    const body = pick(random, [
      'Words.',
      '## Included\n\nSee [it](../a.md) and [self](#included).',
      '![p](p.png)',
      '[!INCLUDE [again](w.md)]',
      '[link](gone.md)',
    ])
    for (const locale of some(random, locales)) put(item, locale, name, body)
    for (const locale of some(random, locales))
      append(item, locale, 'a.md', `[!INCLUDE [words](${typed(random, name.normalize('NFC'))})]`)
  },
]
