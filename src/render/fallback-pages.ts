/**
 * Fallback pages of guides: where a language lacks a page, its address shows the original, as in docfx docsets. A
 * fallback page is in no search index and no list of translations, which contain only pages in their own language.
 */
import type { ContentPart } from '#plugins/content.ts'
import type { SafeHtml } from '#plugins/safe-html.ts'
import { escapeMarkup, markup } from '../components/markup.ts'
import { withBase } from '../docsets/address.ts'
import type { PageContent, PageDocument } from '../docsets/document.ts'
import type { Page } from '../docsets/page.ts'
import { digestAll } from '../facts/digest.ts'
import type { Site } from '../site.ts'

/** An original shown at the address of a page that a language lacks. */
export interface GuideFallback {
  page: Page
  original: Page
}

/** A start tag as our serializers write it: values are in double quotes and contain none. */
const tags = /<a(?:\s[^\s=>]+(?:="[^"]*")?)+/g

/**
 * A fallback page for each page that has a file in another language only: in the source language, else in the first
 * one.
 *
 * @param pages - Pages as templates get them.
 */
export function fallbackPagesOf(
  documents: readonly PageDocument[],
  pages: readonly Page[],
  { docsets }: Pick<Site, 'docsets'>,
): GuideFallback[] {
  const missing: Page[] = []
  for (const { page, name } of documents) {
    // A file that cannot be read is for its author to repair: readers never see that.
    if (page.kind === 'missing' && name === undefined) missing.push(page)
  }
  if (missing.length === 0) return []
  const byPath = new Map(pages.map((page) => [page.path, page]))
  return missing.flatMap((page): GuideFallback[] => {
    const source = docsets.find(({ id }) => id === page.docset)?.sourceLocale
    const there = page.alternates.find(({ locale }) => locale === source) ?? page.alternates[0]
    const original = there && byPath.get(there.path)
    if (original?.kind !== 'guide') return []
    const { bilingual: _, file: __, ...shown } = original
    const { locale, path, alternates } = page
    const removedAnchors = shown.removedAnchors?.map((one) => ({
      ...one,
      lang: one.lang ?? original.locale,
      whyLang: one.whyLang ?? original.locale,
    }))
    const languages = { ...(removedAnchors && { removedAnchors }), locale, path, alternates }
    return [{ page: { ...shown, ...languages }, original }]
  })
}

/**
 * The content of the original. Links, also those in lists of steps, lead to the language of the address if it has the
 * page.
 *
 * @param paths - Paths of all pages, without `base`.
 */
export function fallbackContent(
  { page, original }: GuideFallback,
  content: PageContent,
  { base, locales }: Pick<Site, 'base' | 'locales'>,
  paths: ReadonlySet<string>,
): PageContent {
  const [from, to] = [original, page].map(
    ({ locale }) => `/${locales.find(({ tag }) => tag === locale)?.path ?? ''}/`,
  )
  const [before, after] = [withBase(base, from ?? ''), withBase(base, to ?? '')]
  const lead = (address: string) => {
    if (!address.startsWith(before)) return address
    const rest = address.slice(before.length)
    return paths.has(`${to ?? ''}${rest.split(/[?#]/)[0] ?? ''}`) ? after + rest : address
  }
  const { ui = page.locale, uiDirection = 'ltr' } =
    locales.find(({ tag }) => tag === page.locale) ?? {}
  // A component is in the language of the interface, not in that of the content around it.
  const start = markup`<div lang="${escapeMarkup(ui)}" dir="${escapeMarkup(uiDirection)}">`
  const end = markup`</div>`
  const translate = (part: ContentPart): ContentPart[] =>
    typeof part === 'string'
      ? [withLinks(part, lead)]
      : part.children
        ? [{ ...part, children: part.children.flatMap(translate) }]
        : [start, { ...part, props: { ...part.props, locale: page.locale } }, end]
  return {
    digest: digestAll([content.digest, page.path, original.path]),
    parts: () => content.parts().flatMap(translate),
  }
}

/** Replace the addresses of links. Only tags are searched: the same characters in text are no links. */
function withLinks(html: SafeHtml, lead: (address: string) => string): SafeHtml {
  return html.replace(tags, (tag) =>
    tag.replace(/\shref="([^"]*)"/, (_, address: string) => ` href="${lead(address)}"`),
  ) as SafeHtml
}
