/** In a language without interface strings, such as Cantonese, the words of the content still say that they are in it. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPages } from '../support/built-pages.ts'
import { type CopiedSite, copySite } from '../support/copied-site.ts'
import { elementsIn, textsIn } from '../support/said-languages.ts'
import type { Tree } from '../support/tree.ts'

const front = (title: string) =>
  `---\ntitle: ${title}\ndescription: ${title}。説明\nphase: p1\n---\n\n`
const page = (title: string) =>
  `${front(title)}${title}の文。\n\n## ${title}の節\n\n文。\n\n## 次の節\n\n文。\n\n> [!NOTE]\n> 注意。\n`
const steps =
  ':::procedure{by=customer}\n1. :step{#a} **手順一。** 文。\n2. :step{#b} **手順二。** 文。\n:::\n'
const config = {
  url: 'https://x.example',
  locales: ['yue', 'en'],
  title: { yue: '案内所', en: 'Guides' },
  docsets: [
    {
      id: 'g',
      source: 'yue',
      toc: ['index', { page: 'one', pages: ['two'] }],
      phases: ['p1'],
      parties: ['customer'],
    },
    { id: 'h', source: 'yue', toc: ['index', 'only'] },
  ],
}
const tree: Tree = {
  'content/site.config.ts': `export default ${JSON.stringify(config)}\n`,
  'content/permalinks.json':
    '{\n  "g/gone": { "page": "消えた頁", "retired": "不要。" },\n  "g/old": { "page": "旧頁", "movedTo": "g/one" },\n  "g/one#gone": { "heading": "消えた節", "retired": "不要。" },\n  "$version": 1\n}\n',
  'content/docs/yue/g/index.mdx': `${page('始め')}\n<PhaseDiagram />\n\n::matrix\n`,
  'content/docs/yue/g/one.mdx': `${page('第一')}\n${steps}`,
  'content/docs/yue/g/two.mdx': page('第二'),
  'content/docs/yue/h/index.mdx': page('別の案内'),
  'content/docs/yue/h/only.mdx': page('日本語だけ'),
  'content/docs/en/h/index.mdx': page('Another').replaceAll(/\p{sc=Han}+|[ぁ-ん]+|。/gu, ' Words '),
}

let site: CopiedSite
beforeAll(async () => {
  site = await copySite()
  for (const part of ['docs', 'l10n'])
    await rm(join(site.root, 'content', part), { recursive: true })
  for (const [path, text] of Object.entries(tree)) {
    await mkdir(dirname(join(site.root, path)), { recursive: true })
    await writeFile(join(site.root, path), text)
  }
  const { output } = await site.run('build', '--keep-going')
  expect(output).toContain('pages built')
})
afterAll(() => rm(site.root, { recursive: true, force: true, maxRetries: 5 }))

test('every text in Cantonese is marked up as such, and no English one is', async () => {
  const pages = await readPages(site.dist)
  expect(pages.length).toBeGreaterThan(15)
  const texts = pages.flatMap(({ path, tree: root }) =>
    textsIn(root, '').map(({ text, lang }) => `${path} ${lang}: ${text}`),
  )
  const isChinese = /[\p{sc=Han}\p{sc=Hiragana}]/u
  const messages = texts.filter((line) => isChinese.test(line))
  expect(messages.length).toBeGreaterThan(100)
  expect(messages.filter((line) => !/ yue: /.test(line))).toEqual([])
  const chrome = texts.filter((line) => / yue: [A-Z][a-z]+ [a-z]+/.test(line))
  expect(chrome).toEqual([])
})

test('names of links and titles of alerts inside an article are in the language of the interface', async () => {
  const article = (await readPages(site.dist)).find(({ path }) => path === '/yue/g/two/')
  const own = elementsIn(article!.tree, '').filter(({ element: { properties } }) =>
    /\b(?:anchor|alert__title)\b/.test(String(properties.className)),
  )
  expect(own.length).toBeGreaterThan(2)
  expect(own.filter(({ lang }) => lang !== 'en')).toEqual([])
})

test('no name of a control has words of the interface and of the content in one attribute', async () => {
  const names = (await readPages(site.dist)).flatMap(({ path, tree: root }) =>
    elementsIn(root, '').flatMap(({ element: { properties } }) =>
      [properties.ariaLabel, properties.title, properties.alt].flatMap((name) =>
        typeof name === 'string' ? [`${path}: ${name}`] : [],
      ),
    ),
  )
  expect(names.length).toBeGreaterThan(50)
  const isMixed =
    /: .*(?:[a-z]{2,} .*[\p{sc=Han}\p{sc=Hiragana}]|[\p{sc=Han}\p{sc=Hiragana}].* [a-z]{2,})/u
  expect(names.filter((name) => isMixed.test(name))).toEqual([])
})

test('a list of languages is in the language of the sentence that it stands in', async () => {
  const home = (await readPages(site.dist)).find(({ path }) => path === '/yue/')
  const texts = textsIn(home!.tree, '').map(({ text }) => text)
  expect(texts.join('\n')).toContain('Cantonese and English')
})
