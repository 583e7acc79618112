/** Write a work page to a file. */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { nodeFileSystem } from '../../node-file-system.ts'
import { UsageError } from '../arguments.ts'
import type { Terminal } from '../command.ts'
import { loadInterfaceStrings } from '../../i18n/interface-strings.ts'
import { siteLocales, withInterfaceStrings } from '../../i18n/strings.ts'
import type { SiteLocale } from '../../site.ts'
import { writeWhole } from '../process/write-whole.ts'
import { writablePath } from '../writable-path.ts'
import type { WorkItem } from './work-items.ts'
import { pageStart, workPage } from './work-page.ts'

/**
 * @param path - As typed; an existing work page is replaced.
 * @param locales - The languages of the site, whose own strings are those of the page, too.
 * @throws UsageError for items of several translations, or if another file is at `path`.
 */
export async function writeWorkPage(
  path: string,
  items: readonly WorkItem[],
  locales: readonly SiteLocale[],
  { cwd }: Pick<Terminal, 'cwd'>,
): Promise<void> {
  const [first] = items
  if (!first) return
  const { docset, locale: targetLocale, sourceLocale } = first
  const others = new Set(items.map((item) => `--docset ${item.docset} --locale ${item.locale}`))
  if (others.size > 1) {
    throw new UsageError(`A page is for one translation. Choose one: ${[...others].join(', ')}.`)
  }
  if (!/\.html?$/i.test(path)) throw new UsageError(`--html \`${path}\` is not a .html file.`)
  const file = await writablePath(resolve(cwd, path))
  const before = await nodeFileSystem.read(file)
  if (before && !new TextDecoder().decode(before).startsWith(pageStart)) {
    throw new UsageError(`\`${path}\` exists and is not a work page. Name another file.`)
  }
  const [script, style] = await Promise.all(
    ['fields.js', 'fields.css'].map((name) => readFile(join(import.meta.dirname, name), 'utf8')),
  )
  const locale =
    locales.find(({ tag }) => tag === targetLocale) ?? (await localeWithout(targetLocale))
  const parts = { items, docset, sourceLocale, targetLocale, locale }
  await writeWhole(file, workPage({ ...parts, script: script ?? '', style: style ?? '' }))
}

/** A language without a site, such as that of a tree of another generator. */
async function localeWithout(tag: string): Promise<SiteLocale> {
  const tables = withInterfaceStrings(new Map(), await loadInterfaceStrings([tag]))
  const [locale] = siteLocales([tag], {}, tables)
  return locale!
}
