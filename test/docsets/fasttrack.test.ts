/**
 * Microsoft's FastTrack docset of July 2020, French and English, as published.
 *
 * What is expected is counted in the source text here, without the code under test.
 */
import { htmlIn } from '#plugins/content.ts'
import { readFile, readdir } from 'node:fs/promises'
import { relative, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { nodeFileSystem } from '#src/node-file-system.ts'
import { findDocfxSite } from '#src/docsets/find-site.ts'
import { type ReadSite, readSite } from '#src/docsets/read-site.ts'
import type { ReportedProblem } from '#src/report/problems.ts'
import { problemsOf } from '#src/report/site-problems.ts'
import { fastTrack, hasFastTrack } from '../support/fasttrack.ts'

describe.skipIf(!hasFastTrack)('the FastTrack docset of July 2020', () => {
  let site: ReadSite
  let problems: ReportedProblem[]

  beforeAll(async () => {
    const root = join(import.meta.dirname, '../..')
    const opened = await findDocfxSite([`${fastTrack}fr-fr`, `${fastTrack}en-us`], {
      root,
      files: nodeFileSystem,
      nameOf: (path) => relative(fastTrack, path),
      url: 'https://x.example',
      base: '/',
    })
    site = await readSite(opened)
    problems = problemsOf(site)
  })

  const pagesIn = (locale: string) => site.documents.filter(({ page }) => page.locale === locale)

  test.each(['fr-FR', 'en-US'])('has 35 pages and a hub in %s, none fallen back', (locale) => {
    const pages = pagesIn(locale)
    expect(pages.filter(({ page }) => page.kind === 'docfx')).toHaveLength(35)
    expect(pages.filter(({ page }) => page.kind === 'hub')).toHaveLength(1)
    expect(pages.filter(({ page }) => page.contentLocale !== locale)).toEqual([])
  })

  test('keeps every name of a heading as its id, in both languages', async () => {
    const names = await namesOfHeadings(`${fastTrack}fr-fr/fasttrack`)
    expect([...names.values()].flat()).toHaveLength(207)
    for (const [file, wanted] of names) {
      for (const { page, ids } of site.documents.filter((document) =>
        document.absolute?.endsWith(`/${file}`),
      )) {
        const results = new Set(ids)
        expect(
          wanted.filter((name) => !results.has(name)),
          `${page.locale} ${file}`,
        ).toEqual([])
      }
    }
  })

  test('has the same ids in the same order in both languages: no French slug anywhere', () => {
    for (const { page, ids } of pagesIn('fr-FR')) {
      const twin = pagesIn('en-US').find((item) => item.page.slug === page.slug)
      expect(ids, page.slug).toEqual(twin?.ids)
      expect(new Set(ids).size, page.slug).toBe(ids.length)
    }
  })

  test.each(['fr-fr', 'en-us'])('shows all 80 alerts of %s as alerts', async (folder) => {
    const sources = await markdownIn(`${fastTrack}${folder}/fasttrack`)
    const typed = [...sources.values()].flatMap((text) => text.match(/^[ >]*> ?\[!\w+\]/gm) ?? [])
    expect(typed).toHaveLength(80)
    const drawn = site.documents
      .filter(({ absolute }) => absolute?.includes(`/${folder}/`))
      .flatMap(({ content }) => htmlIn(content?.parts() ?? []).match(/<aside class="alert"/g) ?? [])
    expect(drawn).toHaveLength(80)
  })

  test('has no broken link or image; what its source has wrong is reported with file and line', () => {
    expect(
      problems.map(({ file, line, severity, ruleId }) => `${file}:${line} ${severity} ${ruleId}`),
    ).toEqual([
      'en-us/.openpublishing.redirection.json:39 warning redirect-target-missing',
      'en-us/fasttrack/TOC.md:21 warning link-case',
      'fr-fr/.openpublishing.redirection.json:39 warning redirect-target-missing',
      'fr-fr/fasttrack/TOC.md:21 warning link-case',
    ])
  })

  test('has the 31 entries of its table of contents, every one a page', async () => {
    const toc = await readFile(`${fastTrack}fr-fr/fasttrack/TOC.md`, 'utf8')
    const typed = toc.match(/^#+ \[/gm)?.length ?? 0
    const navigation = site.contents.find(({ locale }) => locale === 'fr-FR')
    const items = flatten(navigation?.items ?? [])
    const addresses = new Set(pagesIn('fr-FR').map(({ page }) => page.path))
    expect(items).toHaveLength(typed)
    expect(items.filter(({ href }) => !href || !addresses.has(href))).toEqual([])
  })

  test('sends readers of all 14 old addresses on, in each language', () => {
    const french = site.contents.find(({ locale }) => locale === 'fr-FR')?.redirects ?? []
    expect(french).toHaveLength(14)
    const inside = french.filter(({ to }) => to.startsWith('/'))
    expect(inside).toHaveLength(13)
    expect(inside.every(({ to }) => pagesIn('fr-FR').some(({ page }) => page.path === to))).toBe(
      true,
    )
  })
})

type Item = ReadSite['contents'][number]['items'][number]

function flatten(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...flatten(item.items)])
}

/** The Markdown pages of a folder by file name, without tables of contents. */
async function markdownIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md') && name !== 'TOC.md')
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(`${folder}/${name}`, 'utf8')] as const),
    ),
  )
}

async function namesOfHeadings(folder: string): Promise<Map<string, string[]>> {
  const pages = await markdownIn(folder)
  return new Map(
    [...pages].map(([name, text]) => [
      name,
      [...text.matchAll(/^ *#+ .*?<a name="([^"]+)">/gm)].map(([, id]) => id ?? ''),
    ]),
  )
}
