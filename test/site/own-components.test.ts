/** A team writes a component of its own, and uses it in a guide in two languages. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { environment } from '../support/copied-site.ts'
import { writeSmallContent } from '../support/small-guides.ts'

const project = join(import.meta.dirname, '../..')
const root = await mkdtemp(join(tmpdir(), 'passerelle-components-'))
afterAll(() => rm(root, { recursive: true, force: true }))

/** Run the command line on the project; gives what was printed, also of a run that failed. */
async function passerelle(...args: string[]): Promise<string> {
  const main = join(project, 'src/cli/main.ts')
  const options = { cwd: root, env: environment(root) }
  return promisify(execFile)(process.execPath, [main, ...args, '--root', root], options).then(
    ({ stdout, stderr }) => stdout + stderr,
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
  )
}

const pathOf = (path: string) => join(root, 'content', path)
const built = (path: string) => readFileSync(join(root, 'dist', path), 'utf8')

function edit(path: string, from: string, to: string) {
  const text = readFileSync(pathOf(path), 'utf8')
  if (!text.includes(from)) throw new Error(`No “${from}” in ${path}`)
  writeFileSync(pathOf(path), text.replace(from, to))
}

const component = `---
import { currency } from './currency.ts'
import Named from './Named.astro'

const { plan, locale } = Astro.props
if (plan === 'none') throw new Error('There is no such plan')
if (plan === 'mine') Astro.cookies.get('plan')
---

<aside class="price" data-plan={plan} data-locale={locale}>
  <p>{currency}</p>
  {plan === 'inline' && <i>{Astro.site} {Astro.generator} {Object.keys(Astro.locals).length}</i>}
  <slot />
  {plan === 'e5' && <Named>{(name: string) => <b>{name}</b>}</Named>}
</aside>

<style>
  .price {
    border-block-start: 7px solid;
  }
</style>
`

const named = `---
const name = Astro.slots.has('default') && Astro.url.pathname
---

<Fragment set:html={await Astro.slots.render('default', [name])} />
`

const english = `
## What it costs

<Price plan="e5">
### By month

Sixty sesterces, see [Assess](./assess.mdx).

:::procedure{by=customer}
1. :step{#pay} **Pay.** In advance.
:::

<PhaseDiagram/>
</Price>

A <Price plan="inline">cheap</Price> one, and one without words:

<Price plan="empty"/>
`
const french = `
## Ce que cela coûte

<Price plan="e5">
### Par mois

Soixante sesterces, voir [l’évaluation](./assess.mdx).

:::procedure
1. **Payez.** D’avance.
:::

<PhaseDiagram/>
</Price>

Un <Price plan="inline">bon marché</Price>, et un sans mots :

<Price plan="empty"/>
`

const page = 'docs/en/fasttrack/enable.mdx'

beforeAll(async () => {
  await writeSmallContent(root)
  mkdirSync(pathOf('components'))
  writeFileSync(pathOf('components/Price.astro'), component)
  writeFileSync(pathOf('components/Named.astro'), named)
  writeFileSync(pathOf('components/currency.ts'), "export const currency: string = 'aureus'\n")
  edit(
    'site.config.ts',
    '  docsets: [',
    "  components: { Price: './components/Price.astro' },\n  docsets: [",
  )
  for (const [path, more] of [
    [page, english],
    ['docs/fr-FR/fasttrack/enable.mdx', french],
  ] as const)
    writeFileSync(pathOf(path), readFileSync(pathOf(path), 'utf8') + more)
  expect(await passerelle('build', '--out', 'dist')).toContain('6 pages built')
})

describe('a component of the site', () => {
  test('is drawn at build with its attributes, around Markdown and components of the program', () => {
    const html = built('en/fasttrack/enable/index.html')
    expect(html).toMatch(
      /<aside class="price" data-plan="e5" data-locale="en"[^>]*><p[^>]*>aureus<\/p><div class="heading"><h3[^>]* id="by-month">By month.*<div class="phase-diagram".*<\/aside>/s,
    )
    expect(html).toMatch(/A <aside [^>]*data-plan="inline".*cheap<\/aside>\s+one/s)
    expect(html).toMatch(/data-plan="empty"[^>]*><p[^>]*>aureus<\/p><\/aside>/)
    expect(html).not.toMatch(/\sstyle=/)
  })

  test('may use the address of its page, and give values to what is in a slot', () => {
    for (const path of ['en/fasttrack/enable/', 'fr-fr/fasttrack/enable/']) {
      expect(built(`${path}index.html`)).toMatch(new RegExp(`<b[^>]*>/${path}</b></aside>`))
    }
  })

  test('may use what Astro knows without a server', () => {
    expect(built('en/fasttrack/enable/index.html')).toMatch(
      /<i[^>]*>https:\/\/[\w.]+\/ Astro v\d+\.\d+\.\d+ 0<\/i>/,
    )
  })

  test('has its styles in a file of the site, named by its content', () => {
    const sheets = readdirSync(join(root, 'dist/_astro')).filter((name) => name.endsWith('.css'))
    const own = sheets.filter((name) => built(`_astro/${name}`).includes('border-block-start:7px'))
    expect(own).toHaveLength(1)
    expect(built('en/fasttrack/enable/index.html')).toContain(`href="/_astro/${own[0] ?? ''}"`)
  })

  test('has words that are those of the page: headings, steps, links, search, Markdown', () => {
    const html = built('en/fasttrack/enable/index.html')
    expect(html).toContain('href="#by-month"')
    expect(built('en/fasttrack/steps.csv')).toContain('pay')
    expect(existsSync(join(root, 'dist/go/fasttrack/pay/index.html'))).toBe(true)
    expect(html).toContain('see <a href="/en/fasttrack/assess/">Assess</a>')
    const twin = built('en/fasttrack/enable/index.md')
    expect(twin).toContain('Sixty sesterces, see [Assess](/en/fasttrack/assess/).')
    expect(twin).toContain('A cheap one')
    expect(built('en/fasttrack/print/index.html')).toContain('Sixty sesterces')
    const fragments = join(root, 'dist/pagefind/fragment')
    const found = readdirSync(fragments).map((name) =>
      gunzipSync(readFileSync(join(fragments, name))).toString('utf8'),
    )
    expect(found.filter((text) => text.includes('Sixty sesterces'))).not.toEqual([])
  })

  test('has words that are translated, block by block', async () => {
    expect(built('fr-fr/fasttrack/enable/index.html')).toMatch(
      /<aside class="price" data-plan="e5" data-locale="fr-FR".*Soixante sesterces/s,
    )
    const original = built('fr-fr/fasttrack/enable/original/index.html')
    expect(original).toContain('Sixty sesterces')
    await passerelle('export', '--to', 'csv', '--out', 'work')
    const work = readdirSync(join(root, 'work'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.csv'))
      .map((name) => readFileSync(join(root, 'work', name), 'utf8'))
    expect(work.join('')).toContain('Sixty sesterces')
  })
})

describe('what is wrong', () => {
  test('with a name is reported at its position, with what to do', async () => {
    const before = readFileSync(pathOf(page), 'utf8')
    edit(page, '<Price plan="empty"/>', '<Prise plan="empty"/>\n\n<Other/>')
    const told = await passerelle('check')
    writeFileSync(pathOf(page), before)
    expect(told).toMatch(
      /enable\.mdx:\d+:1 error component-unknown {2}There is no component `<Prise>`\. Did you mean `<Price>`\?/,
    )
    expect(told).toMatch(
      /enable\.mdx:\d+:1 error component-unknown .*or name one of yours in `components` of content\/site\.config\.ts/,
    )
  })

  test('with the configuration, too', async () => {
    const config = readFileSync(pathOf('site.config.ts'), 'utf8')
    edit('site.config.ts', './components/Price.astro', './components/Prise.astro')
    expect(await passerelle('check')).toMatch(
      /site\.config\.ts:\d+:\d+ error theme-file-missing .*`content\/components\/Prise\.astro`\. Did you mean/,
    )
    writeFileSync(
      pathOf('site.config.ts'),
      config.replace('Price:', "PhaseDiagram: './components/Price.astro', price:"),
    )
    const told = await passerelle('check')
    writeFileSync(pathOf('site.config.ts'), config)
    expect(told).toContain('the program has a component that is called so')
    expect(told).toContain('expected a name such as `PriceTable`')
  })

  test('in a component that fails is reported with its file, and nothing is published', async () => {
    const before = built('en/fasttrack/enable/index.html')
    edit(page, '<Price plan="empty"/>', '<Price plan="none"/>')
    const told = await passerelle('build', '--out', 'dist')
    edit(page, '<Price plan="none"/>', '<Price plan="empty"/>')
    expect(told).toContain('content/components/Price.astro: There is no such plan.')
    expect(told).not.toMatch(/^\s+at /m)
    expect(built('en/fasttrack/enable/index.html')).toBe(before)
  })

  test('in a component that needs a server is reported with what to do', async () => {
    edit(page, '<Price plan="empty"/>', '<Price plan="mine"/>')
    const told = await passerelle('build', '--out', 'dist')
    edit(page, '<Price plan="mine"/>', '<Price plan="empty"/>')
    expect(told).toContain(
      'content/components/Price.astro: `Astro.cookies` needs a server, and pages are made beforehand. Use a script in the browser instead.',
    )
  })
})

test('an edit of a file beside the component is on the next page, as in a build without a cache', async () => {
  edit('components/currency.ts', 'aureus', 'solidus')
  await passerelle('build', '--out', 'dist')
  expect(built('en/fasttrack/enable/index.html')).toContain('solidus')
  await passerelle('build', '--out', 'cold', '--cache', 'other-cache')
  const html = readFileSync(join(root, 'cold/en/fasttrack/enable/index.html'), 'utf8')
  expect(built('en/fasttrack/enable/index.html')).toBe(html)
  rmSync(join(root, 'cold'), { recursive: true })
})
