/** The changes of a docset as an Atom feed (RFC 4287). */
import { escapeMarkup } from '../components/markup.ts'
import { absolute } from '../i18n/paths.ts'
import { translator } from '../i18n/text.ts'
import type { Site, SiteLocale } from '../site.ts'
import { type DocsetChanges, type PageChange, changesPath, feedPath } from './changes.ts'

/** Feed readers fetch all of them each time. */
const mostEntries = 50

/**
 * The XML of the feed; undefined if nothing changed, because RFC 4287 demands the time of an update.
 *
 * @param title - Title of the docset.
 */
export function changesFeed(
  site: Pick<Site, 'url' | 'base'>,
  locale: SiteLocale,
  { docset, changes }: DocsetChanges,
  title: string,
): string | undefined {
  const [newest] = changes
  if (!newest) return undefined
  const t = translator(locale)
  const self = encoded(absolute(site, feedPath(locale, docset)))
  const page = encoded(absolute(site, changesPath(locale, docset)))
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale.tag}">`,
    `<id>${self}</id>`,
    `<title>${escapeMarkup(t('changes.title', { title }))}</title>`,
    `<updated>${newest.time}</updated>`,
    `<author><name>${escapeMarkup(locale.title)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${self}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${locale.tag}" href="${page}"/>`,
    ...changes.slice(0, mostEntries).map((change) => entry(site, locale, change, docset)),
    '</feed>',
    '',
  ].join('\n')
}

function entry(
  site: Pick<Site, 'url' | 'base'>,
  locale: SiteLocale,
  change: PageChange,
  docset: string,
): string {
  const t = translator(locale)
  const link = encoded(absolute(site, change.path))
  return [
    '<entry>',
    `<id>${escapeMarkup(entryId(site, locale, change, docset))}</id>`,
    `<title>${escapeMarkup(t(`changes.${change.kind}.title`, { title: change.title }))}</title>`,
    `<updated>${change.time}</updated>`,
    `<link rel="alternate" type="text/html" href="${link}"/>`,
    `<content type="html">${escapeMarkup(contentOf(link, change, t('changes.start')))}</content>`,
    '</entry>',
  ].join('\n')
}

/** A tag URI (RFC 4151): unlike the page’s address, it survives a new domain or a moved page. */
function entryId(
  { url, base }: Pick<Site, 'url' | 'base'>,
  locale: SiteLocale,
  { day, slug }: PageChange,
  docset: string,
): string {
  const path = encodeURI(`${base}${locale.path}/${docset}/${slug}`)
  return `tag:${new URL(url).hostname},${day}:${path}`
}

/** The changed sections as HTML. */
function contentOf(link: string, { sections, kind, title }: PageChange, start: string): string {
  if (kind !== 'changed') return `<p>${escapeMarkup(title)}</p>`
  const items = sections.map(({ id, title: name }) => {
    const address = id === undefined ? link : `${link}#${escapeMarkup(encodeURIComponent(id))}`
    return `<li><a href="${address}">${escapeMarkup(name || start)}</a></li>`
  })
  return `<ul>${items.join('')}</ul>`
}

/** Percent-encode an address that may be encoded already. */
function encoded(address: string): string {
  try {
    return escapeMarkup(encodeURI(decodeURI(address)))
  } catch {
    return escapeMarkup(encodeURI(address))
  }
}
