import { describe, expect, test } from 'vitest'
import { checkConfig } from '#src/config/check-config.ts'
import { siteConfig } from '#src/config/site-config.ts'
import { findSiteLinks } from '#src/theming/site-links.ts'
import { readPublicFiles } from '#src/docsets/public-files.ts'
import { findTheme } from '#src/theming/find-theme.ts'
import { themeStylesheet } from '#src/theming/stylesheet.ts'
import { readGuideTree, treeFiles } from '../support/tree.ts'

const front = (title: string) =>
  `---\ntitle: ${title}\ndescription: About it\nupdated: 2026-11-22\n---\n`

/** The values of a configuration that says this besides, and its text. */
async function configOf(options: object) {
  const value = {
    url: 'https://x.example',
    locales: ['en', 'fr-FR'],
    title: { en: 'Site' },
    docsets: [],
    ...options,
  }
  const source = {
    name: 'content/site.config.ts',
    text: `export default ${JSON.stringify(value, undefined, 2)}\n`,
  }
  const { values, messages } = await checkConfig(siteConfig, { value, ...source })
  if (!values) throw new Error(messages.join('\n'))
  return { values, source }
}

async function themeOf(theme: object, files: Readonly<Record<string, string>> = {}) {
  const { values, source } = await configOf({ theme })
  const found = await findTheme(values, '/content', source, treeFiles(files))
  return { ...found, told: found.messages.map(String) }
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'

describe('a file of the theme', () => {
  test('that is missing is reported at its option, with the nearest one', async () => {
    const { told, messages } = await themeOf(
      { logo: { light: './theme/logo.svg' }, components: { SiteFooter: './theme/Foter.astro' } },
      { 'content/theme/logo.svg': svg, 'content/theme/Footer.astro': '<p></p>' },
    )
    expect(told).toEqual([
      '16:7-16:19: There is no file `content/theme/Foter.astro`. Did you mean `./theme/Footer.astro`?',
    ])
    expect(messages[0]?.ruleId).toBe('theme-file-missing')
  })

  test('that shows nothing is reported', async () => {
    const { messages } = await themeOf(
      { logo: { light: './theme/logo.svg' } },
      { 'content/theme/logo.svg': '<p>no picture</p>' },
    )
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['theme-image'])
  })

  test('changes the compiled theme only where a component is replaced, by all files beside it', async () => {
    const files = { 'content/theme/Footer.astro': '<p>1</p>', 'content/theme/parts/a.ts': '1' }
    const components = { SiteFooter: './theme/Footer.astro' }
    const digestOf = async (changed: object) =>
      (await themeOf({ components }, { ...files, ...changed })).theme.changes?.digest
    expect(await digestOf({ 'content/theme/parts/a.ts': '2' })).not.toBe(await digestOf({}))
    expect((await themeOf({ accent: '#0057b8' }, files)).theme.changes).toBe(undefined)
  })
})

test('a colour that is hard to read is reported with the nearest readable one', async () => {
  expect((await themeOf({ accent: { light: '#0057b8', dark: '#0057b8' } })).told).toEqual([
    expect.stringMatching(
      /^14:7-14:13: `#0057b8` is hard to read on dark pages: .* 1\.\d:1, .* `#[\da-f]{6}`\.$/,
    ),
  ])
})

describe('a link of the header', () => {
  const tree = {
    'content/docs/en/move/index.mdx': `${front('Move')}## Assess\n`,
    'content/docs/fr-FR/move/index.mdx': `${front('Déplacer')}## Évaluer\n`,
    'content/docs/en/move/only.mdx': front('Only'),
  }
  const linkTo = async (href: string) => {
    const { values, source } = await configOf({ header: { links: [{ label: 'Go', href }] } })
    const { site } = await readGuideTree(tree, ['index', 'only'])
    const publicFiles = await readPublicFiles('/public', treeFiles({ 'public/form.pdf': 'x' }))
    const targets = { ...site, made: ['/move/print/'], publicFiles }
    const { frame, messages } = await findSiteLinks(values, source, targets)
    return { href: frame.headerLinks?.[0]?.href, told: messages.map(({ reason }) => reason) }
  }

  test('leads to the page in each language that has it', async () => {
    expect(await linkTo('/move/#assess')).toEqual({
      href: { en: '/en/move/#assess', 'fr-FR': '/fr-fr/move/#assess' },
      told: [],
    })
    expect(await linkTo('/move/only')).toEqual({ href: { en: '/en/move/only/' }, told: [] })
    expect((await linkTo('/move/print/')).told).toEqual([])
  })

  test('that leads nowhere is reported with the nearest one', async () => {
    expect((await linkTo('/move/onyl/')).told).toEqual([
      'There is no page `/move/onyl/`. Did you mean `/move/only/`?',
    ])
    expect((await linkTo('/move/#asess')).told).toEqual([
      '`/move/#asess` is a page, but has no such anchor. Did you mean `#assess`?',
    ])
  })

  test('to a file of public/ is not changed', async () => {
    expect(await linkTo('/form.pdf')).toEqual({ href: '/form.pdf', told: [] })
    expect((await linkTo('/from.pdf')).told).toHaveLength(1)
  })

  test('elsewhere is left as it is', async () => {
    expect(await linkTo('https://x.example/a')).toEqual({ href: 'https://x.example/a', told: [] })
  })
})

test('a site without theme options has no style sheet of its own', () => {
  expect(themeStylesheet({ config: {}, custom: '', addressOf: (file) => file })).toBe('')
})
