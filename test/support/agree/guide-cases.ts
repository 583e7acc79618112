/** Small docsets of guides, in English and French, with something odd in each. */
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
import { guideTexts } from './guide-texts.ts'
import { chance, names, pick, texts, titles, typed } from './odd.ts'

/** A docset: its files, and its part of the configuration. */
export interface GuideCase extends CaseFiles {
  id: string
  seed: number
  source: Locale
  phases: string[]
  parties: string[]
  services: string[]
  tasks: { id: string; to: string }[]
  /** Languages that have labels for these names. */
  labelled: string[]
}

const locales = ['en', 'fr-FR'] as const
type Locale = (typeof locales)[number]

const dialect: CaseDialect = {
  locales,
  extension: 'mdx',
  imageTag: '<img src="@" alt="a picture" />',
  page,
}

type Change = (docset: GuideCase, random: Random) => void

export function guideCase(seed: number): GuideCase {
  const random = randomOf(seed)
  const source = pick(random, locales)
  const docset: GuideCase = {
    id: `c${seed}`,
    seed,
    source,
    files: new Map(),
    phases: pick(random, [[], ['assess', 'enable'], ['assess', 'enable']]),
    parties: ['customer', 'team'],
    services: ['mail'],
    tasks: [],
    labelled: ['en', 'fr-FR'],
  }
  const hasPhases = docset.phases.length > 0
  for (const locale of locales) {
    const isSource = locale === source
    const diagram = hasPhases && chance(random, 0.5) ? '\n\n<PhaseDiagram />' : ''
    put(
      docset,
      locale,
      'index.mdx',
      page('Start', `See [A](./a.mdx).\n\n## Here\n\nWords.${diagram}`),
    )
    const phase = hasPhases ? 'phase: assess\n' : ''
    put(
      docset,
      locale,
      'a.mdx',
      page('A', `${steps(['one', 'two'], isSource)}\n\n## Part\n\nEnd.`, phase),
    )
    put(docset, locale, 'b.mdx', page('B', `${steps(['three'], isSource)}\n\nEnd.`))
  }
  const count = 1 + Math.floor(random() * 3)
  for (let round = 0; round < count; round++) pick(random, changes)(docset, random)
  return docset
}

function page(title: string, body: string, facts = ''): string {
  return `---\ntitle: ${title}\ndescription: About it\n${facts}---\n\n${body}\n`
}

function steps(ids: readonly string[], isSource: boolean): string {
  const items = ids.map((id, index) => {
    const mark = isSource ? `:step{#${id}} ` : ''
    return `${index + 1}. ${mark}**Step ${id}.** Do it.`
  })
  return [isSource ? ':::procedure{by="customer team"}' : ':::procedure', ...items, ':::'].join(
    '\n',
  )
}

/** The language that the docset is translated to. */
function translation({ source }: GuideCase): Locale {
  return source === 'en' ? 'fr-FR' : 'en'
}

const changes: readonly Change[] = [
  function missingPage(docset, random) {
    docset.files.delete(`${pick(random, locales)}/${pick(random, ['a.mdx', 'b.mdx', 'index.mdx'])}`)
  },
  function missingStep(docset, random) {
    const lost = pick(random, [/^1\. .*\n/m, /^2\. .*\n/m, /^:::procedure[^]*?^:::$/m])
    const locale = chance(random, 0.8) ? translation(docset) : docset.source
    edit(docset, locale, pick(random, ['a.mdx', 'b.mdx']), (text) => text.replace(lost, ''))
  },
  function moreSteps(docset, random) {
    const locale = pick(random, locales)
    const mark = locale === docset.source ? ':step{#more} ' : ''
    edit(docset, locale, 'a.mdx', (text) =>
      text.replace(/^:::$/m, `3. ${mark}**More.** Do more.\n:::`),
    )
  },
  function secondProcedure(docset, random) {
    const id = pick(random, ['four', 'one', 'part', 'étape'.normalize('NFD'), 'main'])
    for (const locale of some(random, locales))
      append(docset, locale, 'b.mdx', `## Again\n\n${steps([id], locale === docset.source)}`)
  },
  function oddPage(docset, random) {
    const name = `${pick(random, ['', '', 'sub/'])}${pick(random, names)}.mdx`
    for (const locale of some(random, locales))
      put(docset, locale, name, page('Odd', '## Odd part\n\nWords.'))
    for (const locale of some(random, locales))
      append(docset, locale, 'index.mdx', `See [odd](${typed(random, name)}) now.`)
  },
  twinPages(dialect),
  picture(dialect),
  download(dialect),
  function frontMatter(docset, random) {
    for (const locale of some(random, locales))
      edit(docset, locale, pick(random, ['a.mdx', 'index.mdx']), (text) =>
        text.replace(/^title: .*$/m, () => `title: ${pick(random, titles)}`),
      )
  },
  function moreFrontMatter(docset, random) {
    const line = pick(random, [
      'updated: 2026-11-22',
      'updated: "2026-11-22"',
      'updated: 22/11/2026',
      'updated: 2026-02-30',
      'layout: ../layout.astro',
      'url: https://x.example/',
      'file: x',
      'draft: true',
      'slug: other',
      'a: &a [1, *a]',
      'a: &a 1\nb: *a',
      'title: Twice',
      '<<: {title: Merged}',
      'a: !!js/function "x"',
      '? complex\n: key',
      '\tindented: x',
      '---\nmore: x',
      '...',
      'phase: nowhere',
      'service: mail',
      'service: other',
      'constructor: x',
      '__proto__: {x: 1}',
    ])
    for (const locale of some(random, locales))
      edit(docset, locale, 'a.mdx', (text) =>
        text.replace('description: ', () => `${line}\ndescription: `),
      )
  },
  function fences(docset, random) {
    const [from, to] = pick(random, [
      [/^---\n/, '----\n'],
      [/^---\n/, '\n---\n'],
      [/^---\n/, '\uFEFF---\n'],
      [/^---\n/, '--- \n'],
      [/^---\n[^]*?---\n/, ''],
      [/\n---\n/, '\n----\n'],
      [/\n---\n/, '\n'],
      [/\n/g, '\r\n'],
      [/\n/g, '\r'],
    ] as const)
    for (const locale of some(random, locales))
      edit(docset, locale, pick(random, ['a.mdx', 'b.mdx']), (text) => text.replace(from, to))
  },
  function heading(docset, random) {
    const title = pick(random, [
      'New part',
      'Here',
      'Étape'.normalize('NFD'),
      'A `code`',
      '😀',
      '__x__',
      'One',
      '`<b>`',
    ])
    const slug = pick(random, [
      'new-part',
      'here',
      'étape',
      'here-1',
      'nowhere',
      '_main',
      'one',
      '',
    ])
    for (const locale of some(random, locales))
      append(
        docset,
        locale,
        'index.mdx',
        `## ${title}\n\nSee [it](#${slug}) and [too](./a.mdx#${slug}).`,
      )
  },
  function headingAtTheTop(docset, random) {
    for (const locale of some(random, locales))
      edit(docset, locale, 'index.mdx', (text) =>
        text.replace('## Here', '## First\n\nWords.\n\n## Here'),
      )
  },
  function lessHeadings(docset, random) {
    edit(docset, pick(random, locales), pick(random, ['index.mdx', 'a.mdx']), (text) =>
      text.replace(/^## .*$/m, ''),
    )
  },
  function linkToStep(docset, random) {
    const anchor = pick(random, ['one', 'three', 'part', 'here', 'nowhere'])
    for (const locale of some(random, locales))
      append(
        docset,
        locale,
        'index.mdx',
        `Go to [it](./${pick(random, ['a', 'b'])}.mdx#${anchor}).`,
      )
  },
  function words(docset, random) {
    for (const locale of some(random, locales)) append(docset, locale, 'a.mdx', pick(random, texts))
  },
  function mdx(docset, random) {
    for (const locale of some(random, locales))
      append(docset, locale, 'b.mdx', pick(random, guideTexts))
  },
  function tasks(docset, random) {
    const to = pick(random, [
      'a',
      'index#here',
      'a#one',
      'a#nowhere',
      'gone',
      'print',
      'checklist/customer',
      'checklist/nobody',
      'b#three',
    ])
    docset.tasks.push({ id: 'todo', to })
  },
  function matrix(docset, random) {
    const text = pick(random, [
      '::matrix',
      '::matrix{phase=assess}',
      '::matrix{phase=enable}',
      '::matrix{service=mail}',
    ])
    for (const locale of some(random, locales)) append(docset, locale, 'b.mdx', text)
  },
  function matrixByHand(docset, random) {
    const rows = pick(random, [
      '| Plan | x | – |',
      '| Plan | x | – |\n| Meet | takes part | x |',
      '| Plan | – | – |',
    ])
    for (const locale of some(random, locales))
      append(
        docset,
        locale,
        'b.mdx',
        `:::matrix\n| What | Customer | Team |\n| --- | --- | --- |\n${rows}\n:::`,
      )
  },
  function diagram(docset, random) {
    for (const locale of some(random, locales))
      append(docset, locale, pick(random, ['a.mdx', 'index.mdx']), '<PhaseDiagram />')
  },
  function noNames(docset) {
    docset.services = []
    docset.phases = []
  },
  function onlySource(docset) {
    for (const path of [...docset.files.keys()])
      if (path.startsWith(translation(docset))) docset.files.delete(path)
  },
]
