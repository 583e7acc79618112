import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { schemaText } from '#src/config/json-schema.ts'
import { movedOptions } from '#src/config/moved-options.ts'
import { optionsAt, checkConfig } from '#src/config/check-config.ts'
import { docfxConfig, siteConfig } from '#src/config/site-config.ts'

/** `line:column rule reason` for each problem of a configuration, which is given as its text. */
async function problemsOf(
  text: string,
  schema: typeof siteConfig | typeof docfxConfig = siteConfig,
) {
  const module = `data:text/javascript,${encodeURIComponent(text)}`
  const { default: value } = (await import(/* @vite-ignore */ module)) as { default: unknown }
  const { messages } = await checkConfig<typeof docfxConfig | typeof siteConfig>(schema, {
    value,
    name: 'content/site.config.ts',
    text,
  })
  return messages.map(({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason}`)
}

const sound = `  url: 'https://guides.example',
  locales: ['en', 'fr-FR'],
  title: { en: 'Guides' },`

const guides = (lines: string) => `export default {\n${sound}\n${lines}\n}\n`

describe('an unknown option', () => {
  test('is reported at its position with the nearest one', async () => {
    expect(await problemsOf(guides(`  docsets: [],\n  theme: { acent: '#fff' },`))).toEqual([
      '6:12 site-option-unknown There is no option `theme.acent`. Did you mean `accent`?',
    ])
  })

  test('is reported with all options if none is similar', async () => {
    expect(await problemsOf(guides(`  docsets: [],\n  header: { menu: [] },`))).toContain(
      '6:13 site-option-unknown There is no option `header.menu`. Use `links`.',
    )
  })

  test('is reported with its new name', async () => {
    expect(await problemsOf(guides(`  docsets: [],\n  logo: './theme/logo.svg',`))).toEqual([
      '6:3 site-option-moved There is no option `logo`. Use `theme.logo`.',
    ])
  })

  test('is reported in docsets and tables of contents, at the right one', async () => {
    const docsets = `  docsets: [
    { id: 'a', source: 'en', toc: ['index'] },
    { id: 'b', source: 'en', toc: [{ page: 'index', pages: ['x'], page2: 1 }], sidebar: [], servces: [] },
  ],`
    expect(await problemsOf(guides(docsets))).toEqual([
      '7:67 site-option-unknown There is no option `docsets.1.toc.0.page2`. Did you mean `page`?',
      '7:80 site-option-moved There is no option `docsets.1.sidebar`. Use `toc`.',
      '7:93 site-option-unknown There is no option `docsets.1.servces`. Did you mean `services`?',
    ])
  })

  test('is reported for docfx folders, too', async () => {
    expect(await problemsOf(`export default { docfx: [], titel: {} }`, docfxConfig)).toEqual([
      '1:29 site-option-unknown There is no option `titel`. Did you mean `title`?',
    ])
  })
})

describe('the place of a wrong value', () => {
  test('is that of its own, not of another one with the same name', async () => {
    const docsets = `  docsets: [
    { id: 'a', source: 'en', toc: ['index'] }, // id: 'B'
    { id: 'B', source: 'en', toc: ['index'] },
  ],`
    expect(await problemsOf(guides(docsets))).toEqual([
      '7:7 site-config The value at `docsets.1.id` cannot be used: expected lower case letters, digits and `-`',
    ])
  })

  test('is that of what lacks it', async () => {
    const text = guides(`  docsets: [\n    { id: 'a', source: 'en' },\n  ],`)
    expect(await problemsOf(text)).toEqual([
      '6:5 site-config The value at `docsets.0.toc` cannot be used: Invalid input: expected array, received undefined',
    ])
  })

  test('is found through constants, spreads, `defineSite` and quotes', async () => {
    const text = `const defineSite = (config) => config
const shared = { base: 'docs' }
const docsets = [{ 'id': 'A', source: 'en', toc: [] }]
export default defineSite({ // base: 'x'
${sound}
  ...shared,
  docsets,
})
`
    expect(await problemsOf(text)).toEqual([
      '2:18 site-config The value at `base` cannot be used: expected a path that starts and ends with `/`',
      '3:20 site-config The value at `docsets.0.id` cannot be used: expected lower case letters, digits and `-`',
    ])
  })

  test('is that of the innermost part that is written as it is where the rest is computed', async () => {
    const text = guides(`  docsets: ['A'].map((id) => ({ id, source: 'en', toc: [] })),`)
    expect(await problemsOf(text)).toEqual([
      '5:3 site-config The value at `docsets.0.id` cannot be used: expected lower case letters, digits and `-`',
    ])
  })
})

test('a text for a language that the site lacks is reported at its position', async () => {
  const text = guides(
    `  docsets: [],\n  footer: { links: [{ label: { de: 'Hilfe' }, href: '/a/' }] },`,
  )
  expect(await problemsOf(text)).toEqual([
    '6:32 site-config The value at `footer.links.0.label.de` cannot be used: expected one of the site’s locales (en, fr-FR), found `de`',
  ])
})

test('what an option is now called is an option', () => {
  const schema = JSON.parse(schemaText()) as Parameters<typeof optionsAt>[0]
  for (const [from, to] of Object.entries(movedOptions)) {
    const path = /^`([\w.]+)`/.exec(to)?.[1]?.split('.') ?? []
    const around = from.startsWith('docsets.*.') || to.endsWith('docset') ? ['docsets', 0] : []
    const where = [...around, ...path].slice(0, -1)
    expect(optionsAt(schema, where), `${from} → ${to}`).toContain(path.at(-1))
    expect(optionsAt(schema, from.split('.').slice(0, -1)), from).not.toContain(
      from.split('.').at(-1),
    )
  }
})

test('schema.json is up to date: `npm run fix` writes it', async () => {
  expect(await readFile(new URL('../../schema.json', import.meta.url), 'utf8')).toBe(schemaText())
})

test('every option says what it is for', () => {
  const schema = JSON.parse(schemaText()) as object
  const silent: string[] = []
  const walk = (node: unknown, path: string) => {
    if (typeof node !== 'object' || node === null) return
    const { properties = {} } = node as { properties?: Record<string, { description?: string }> }
    for (const [name, option] of Object.entries(properties))
      if (!option.description) silent.push(`${path}.${name}`)
    for (const [key, inner] of Object.entries(node)) walk(inner, `${path}.${key}`)
  }
  walk(schema, '')
  expect(silent).toEqual([])
})
