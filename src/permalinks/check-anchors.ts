/** Check that every link to an anchor finds it. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { pageKey } from '../docsets/address.ts'
import type { FileLinks, PageDocument } from '../docsets/document.ts'
import { nearestName } from '#plugins/nearest-name.ts'

const problem = defineProblems('links', {
  'link-anchor-missing': (url: string, anchors: readonly string[], near: string | undefined) => ({
    severity: 'error',
    reason:
      `Link to \`${url}\` names an anchor that the page does not have.` +
      (near ? ` Did you mean \`#${near}\`?` : ''),
    ...(anchors.length && { note: `It has: ${anchors.map((id) => `#${id}`).join(', ')}` }),
  }),
  'link-anchor-untranslated': (url: string, locale: string) => ({
    severity: 'warning',
    reason: `Link to \`${url}\` names an anchor that the page has in \`${locale}\` only, so it leads to the top of the page. Update the translation of that page.`,
  }),
})

/**
 * The links whose page exists but lacks the anchor, each with the nearest anchor that it has; `others`
 * are links of files that are no pages.
 */
export function checkAnchors(
  documents: readonly PageDocument[],
  others: readonly FileLinks[] = [],
): VFileMessage[] {
  const pages = new Map(documents.map((document) => [keyOf(document), document]))
  // What is shown for lack of a translation is reported in its own language.
  const ofPages = documents
    .filter(({ page: { locale, contentLocale } }) => locale === contentLocale)
    .map(({ page: { locale }, name, links }) => ({ locale, name, links }))
  return [...ofPages, ...others].flatMap(({ locale, name, links }) =>
    links.flatMap((link) => {
      const target = link.page && link.anchor && pages.get(`${locale} ${link.page}`)
      if (!target || !link.anchor || !name) return []
      const { kind, aliases = [] } = target.page
      if (kind === 'missing' || target.asTyped || target.ids.includes(link.anchor)) return []
      // An old anchor leads to what it named.
      if (aliases.some(({ id }) => id === link.anchor)) return []
      const { anchor } = link
      const other = target.page.alternates.find(
        ({ locale: tag }) =>
          tag !== locale && pages.get(`${tag} ${link.page}`)?.ids.includes(anchor),
      )
      if (kind === 'docfx' && other) {
        const behind = problem('link-anchor-untranslated', link.url, other.locale)
        return [problemAt(link.origin ?? name, behind, link.position)]
      }
      const near = nearestName(link.anchor, target.ids)
      const missing = problem('link-anchor-missing', link.url, target.ids, near)
      return [problemAt(link.origin ?? name, missing, link.position)]
    }),
  )
}

function keyOf({ page }: PageDocument): string {
  return `${page.locale} ${pageKey(page.docset, page.slug)}`
}
