/** A site in six languages, of which none but English has been read by a native speaker. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { run } from '#src/cli/run.ts'
import { readPages } from '../support/built-pages.ts'
import { buildIn, languagesSite } from '../support/languages-site.ts'
import { textsIn } from '../support/said-languages.ts'

const folder = await languagesSite()
const pages = await readPages(join(folder, 'dist'))
const read = (path: string) => readFile(join(folder, 'dist', path), 'utf8')
const strings = async (tag: string) =>
  JSON.parse(
    await readFile(join(import.meta.dirname, `../../src/i18n/strings/${tag}.json`), 'utf8'),
  ) as Record<string, string>

describe('status', () => {
  const status = async (...args: readonly string[]) => {
    const lines: string[] = []
    const print = (line: string) => void lines.push(line)
    await run(['status', ...args], { cwd: folder, root: folder, print, warn: print })
    return lines.join('\n')
  }

  test('lists once which languages of the interface are unreviewed', async () => {
    const text = await status()
    expect(text.match(/native speaker/g)).toHaveLength(1)
    expect(text).toContain('strings in `ar`, `he`, `de`, `ja`, `zh-CN` have not been reviewed')
    const german = JSON.parse(await status('--json', '--locale', 'de')) as object
    expect(german).toMatchObject({ unreviewedInterfaces: ['de'] })
  })

  test('says so on its page and in its file, in that language', async () => {
    for (const tag of ['ar', 'he', 'de', 'ja', 'zh-CN']) {
      const { 'translation.unreviewed': sentence = '' } = await strings(tag)
      expect(await read(`${tag.toLowerCase()}/translation/index.html`)).toContain(sentence)
      const status = JSON.parse(
        await read(`${tag.toLowerCase()}/translation/status.json`),
      ) as object
      expect(status).toMatchObject({ unreviewedInterfaces: [tag] })
    }
  })
})

describe('a page', () => {
  test('has the direction of its language', async () => {
    const directions = ['en', 'ar', 'he', 'de', 'ja'].map(async (tag) =>
      /<html lang="(\w+)" dir="(\w+)"/.exec(await read(`${tag}/move/index.html`))?.slice(1),
    )
    expect(await Promise.all(directions)).toEqual([
      ['en', 'ltr'],
      ['ar', 'rtl'],
      ['he', 'rtl'],
      ['de', 'ltr'],
      ['ja', 'ltr'],
    ])
  })

  test('has code from the left, and English words in a direction of their own', async () => {
    const page = await read('ar/move/plan/index.html')
    expect(page).toMatch(/<pre[^>]* dir="ltr"/)
    expect(page.match(/<code dir="ltr">/g)).toHaveLength(2)
    expect(page).toMatch(/<li lang="en" class="step"(?![^>]* dir=)[^>]*>/)
    expect(page).toMatch(/<p [^>]*lang="en" dir="ltr"><strong class="step__title">Tell the users/)
  })

  test('in Arabic, Hebrew or Japanese has no English words but those of its content', () => {
    const content =
      /JavaScript|Markdown|Microsoft|Exchange|Get-Mailbox|server|MX|PDF|CSV|JSON|Enter|\.mdx|guides\.example|Guides|Anleitungen|Deutsch|English/
    const left = pages
      .filter(({ path }) => /^\/(?:ar|he|ja)\//.test(path))
      .flatMap(({ path, tree }) =>
        textsIn(tree, '')
          .filter(
            ({ text, lang }) => lang !== 'en' && /[A-Za-z]{3}/.test(text) && !content.test(text),
          )
          .map(({ text, lang }) => `${path} ${lang}: ${text}`),
      )
    expect(left).toEqual([])
  })

  test('carries only the plural forms that its language has', async () => {
    const forms = (html: string) =>
      /data-shown="([^"]*)"/.exec(html)?.[1]?.match(/\w+(?=&#34;:|&quot;:)/g)
    expect(forms(await read('ja/move/index.html'))).toEqual(['other'])
    expect(forms(await read('ar/move/index.html'))).toHaveLength(6)
  })

  test('without search has no search strings', async () => {
    const { 'search.none.filtered': words = '' } = await strings('ar')
    expect(await read('ar/search/index.html')).toContain(words.slice(0, 10))
    expect(await read('ar/move/plan/index.html')).not.toContain(words.slice(0, 10))
  })
})

test('languages that the interface does not speak have it whole in the first that it does', async () => {
  const project = await mkdtemp(join(tmpdir(), 'passerelle-languages-'))
  onTestFinished(() => rm(project, { recursive: true, force: true, maxRetries: 5 }))
  const [config, content] = [join(project, 'content/site.config.ts'), join(project, 'content')]
  await cp(join(import.meta.dirname, '../support/languages-guide'), content, { recursive: true })
  for (const tag of ['nb', 'fa', 'fr-FR']) {
    await cp(join(content, 'docs/en'), join(content, 'docs', tag), { recursive: true })
    await cp(join(content, 'ui/en.json'), join(content, `ui/${tag}.json`))
  }
  const text = await readFile(config, 'utf8')
  const ours = text
    .replace(/locales: \[.*\]/, "locales: ['nb', 'fa', 'fr-FR']")
    .replace(/title: \{[^}]*\}/, "title: { nb: 'Guides' }")
    .replace("source: 'en'", "source: 'nb'")
  await writeFile(config, ours)
  const output = await buildIn(project)
  for (const tag of ['nb', 'fa']) expect(output).toContain(`Language \`${tag}\` has no interface`)

  const readOwn = (path: string) => readFile(join(project, 'dist', path, 'index.html'), 'utf8')
  const home = await readOwn('nb')
  expect(home).toContain('<body lang="fr-FR"')
  expect(home).toContain('(norvégien bokmål, persan et français)')
  expect(await readOwn('nb/move/plan')).toContain('22 novembre 2026')
  // The layout follows the interface, and the content says where it is written the other way.
  const persian = await readOwn('fa/move/plan')
  expect(persian).toMatch(/<html lang="fa" dir="rtl"[\s\S]*<body lang="fr-FR" dir="ltr"/)
  expect(persian).toMatch(/<article [^>]*lang="fa" dir="rtl"/)
})
