/**
 * `/llms.txt`: a list of Markdown twins in the form of https://llmstxt.org, one for the site and one for each language.
 *
 * Few programs ask for it; the `<link rel="alternate">` of each page is what they follow.
 */
import type { DocsetView } from '#src/docsets/docset-view.ts'
import type { Page } from '#src/docsets/page.ts'
import { localeOf } from '#src/i18n/locales.ts'
import { absolute } from '#src/i18n/paths.ts'
import { translator } from '#src/i18n/text.ts'
import type { Site, SiteLocale } from '#src/site.ts'
import { hasTwin, twinPath } from './twin-path.ts'

/** The path of the list of a language, without `base`. */
function llmsPath(locale: Pick<SiteLocale, 'path'>): string {
  return `/${locale.path}/llms.txt`
}

/** The list of the site: links to the lists of its languages. */
export function siteLlms(site: Site): string {
  const [first] = site.locales
  const lines = site.locales.map((locale) => item(locale.name, absolute(site, llmsPath(locale))))
  return document(first?.title ?? '', first ? translator(first)('site.tagline') : '', [
    { title: first ? translator(first)('language.label') : '', lines },
  ])
}

/** The list of a language: its pages by docset, in reading order. */
export function localeLlms(
  site: Site,
  tag: string,
  docsets: readonly DocsetView[],
  pages: readonly Page[],
): string {
  const locale = localeOf(site, tag)
  const own = new Map(
    pages
      .filter((page) => page.locale === tag && page.contentLocale === tag && hasTwin(page))
      .map((page) => [page.path, page]),
  )
  const sections = docsets
    .filter((docset) => docset.locale.tag === tag)
    .map((docset) => {
      const listed = docset.readingOrder.flatMap(({ href }) => own.get(href) ?? [])
      const others = [...own.values()].filter(({ docset: id }) => id === docset.id)
      const all = [...new Set([...listed, ...others])]
      const lines = all.map(({ title, path, description }) =>
        item(title, absolute(site, twinPath(path)), description),
      )
      return { title: docset.title, lines }
    })
  return document(locale.title, translator(locale)('site.tagline'), sections)
}

interface Section {
  title: string
  lines: readonly string[]
}

function document(title: string, summary: string, sections: readonly Section[]): string {
  const parts = sections
    .filter(({ lines }) => lines.length > 0)
    .map((section) => `## ${inLine(section.title)}\n\n${section.lines.join('\n')}\n`)
  return [`# ${inLine(title)}\n`, ...(summary ? [`> ${inLine(summary)}\n`] : []), ...parts].join(
    '\n',
  )
}

function item(title: string, address: string, description = ''): string {
  const about = description ? `: ${inLine(description)}` : ''
  return `- [${inLine(title).replace(/[[\]\\]/g, '\\$&')}](${address.replace(/[()\s]/g, encodeURIComponent)})${about}`
}

function inLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
