/** axe on five pages of each docset of Microsoft’s: those that have most kinds of constructs between them. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite, foldersOf, type RealPair } from '../support/built-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const constructs: Readonly<Record<string, RegExp>> = {
  tabs: /^#+ \[.*\]\(#tab\//m,
  box: /\[!div/i,
  next: /nextstepaction/,
  alert: /^>\s*\[!(?:note|tip|important|caution|warning)\]/im,
  snippet: /\[!code-|^:::code/m,
  code: /^\s*```/m,
  include: /\[!INCLUDE/i,
  picture: /:::image|!\[/,
  video: /\[!VIDEO|:::video|<iframe/i,
  zone: /:::\s*(?:zone|moniker)/,
  row: /:::row/,
  xref: /xref:/,
  table: /^\|?[\s:-]+\|[\s|:-]+$/m,
  html: /<(?:table|details|br|sup|ul|div)\b/,
  list: /^ {2,}(?:[-*]|\d+\.) /m,
  yaml: /^### YamlMime:(?:FAQ|Landing|Hub|Tutorial)/,
}

/** Five files, each the one that adds most to those before it, the longer one where two add as much. */
function chosen(folder: string): string[] {
  const files = globSync('**/*.{md,yml}', { cwd: folder })
    .filter(
      (name) =>
        !/toc\.|readme|contributing|template|includes?\/|license|notices|breadcrumb/i.test(name),
    )
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const has = Object.keys(constructs).filter((key) => constructs[key]!.test(text))
      return { name, has, length: text.length }
    })
  const seen = new Set<string>()
  const result: string[] = []
  while (result.length < 5) {
    const gain = (file: (typeof files)[number]) => file.has.filter((key) => !seen.has(key)).length
    const [best] = files
      .filter(({ name }) => !result.includes(name))
      .toSorted((a, b) => gain(b) - gain(a) || b.has.length - a.has.length || b.length - a.length)
    if (!best) break
    result.push(best.name)
    best.has.forEach((key) => seen.add(key))
  }
  return result
}

/** The built page of a file: the docset’s folder is its address. */
function pageOf(site: string, locale: string, file: string): string | undefined {
  const slug = file
    .replace(/\.(?:md|yml)$/i, '')
    .replace(/(?:^|\/)index$/i, '')
    .toLowerCase()
  const found = globSync(`${locale}/**/index.html`, { cwd: site })
    .filter((path) => !/\/(?:original|print)\/index\.html$/.test(path))
    .map((path) => path.replace(/index\.html$/, ''))
    .filter((path) =>
      path
        .toLowerCase()
        .endsWith(`/${slug.split('/').slice(1).join('/') || slug}/`.replace(/^\/+/, '/')),
    )
  return found.toSorted((a, b) => a.length - b.length)[0]
}

describe.each<RealPair>(['fasttrack', 'fasttrack-de', 'fasttrack-zh', 'nuget'])(
  '%s',
  async (pair) => {
    const folders = foldersOf(pair)
    const site = folders && (await builtSite(pair))
    if (!folders || !site) console.warn(`Skipped: ${pair} is not beside the project (../shared)`)
    const { open } = visitorOf(site)
    const [folder = ''] = folders ?? []
    const locale = folder.split('/').at(-1) ?? ''
    const files = site ? chosen(folder) : []

    test.skipIf(!site).each(files)('axe finds nothing on %s', async (file) => {
      const path = pageOf(site!, locale, file)
      expect(path && existsSync(join(site!, path)), file).toBe(true)
      const page = await open(path!)
      await settled(page)
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          expect(await violations(page)).toEqual([])
        }
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wider).toBe(0)
      }
    })
  },
)
