/**
 * A page under `/go/` as HTML: a place of the site in every language that has it.
 *
 * A site has as many of them as pages and steps, and the layout of other pages would be most of their bytes: this one
 * is a string with one style sheet and one script. Steps have files of their own, too, because an address without `#`
 * must be a file on static hosts.
 *
 * Nobody is redirected by the language of their browser: the script follows a choice that the reader made before. On a
 * site in one language there is nothing to choose: the script goes on at once, and the link is the title alone.
 */
import { contentLang, languageName, localeOf } from '#src/i18n/locales.ts'
import { href, iconPath } from '#src/i18n/paths.ts'
import { type TextKey, translator } from '#src/i18n/text.ts'
import { themeScript } from '#src/components/theme-select/theme-script.ts'
import { escapeMarkup, markup } from '#src/components/markup.ts'
import type { SafeHtml } from '#plugins/safe-html.ts'
import type { GoLink, GoLinkPage } from '#src/permalinks/go-link-pages.ts'
import type { GoLinkTarget } from '#src/permalinks/go-link-targets.ts'
import type { Removed } from '#src/docsets/page.ts'
import type { Site, SiteImage, SiteLocale } from '#src/site.ts'

/** What all pages under `/go/` share. */
export interface GoPageFrame {
  site: Site
  /** Address of `go-page.css` as it is published. */
  style: string
  /** The element of `language-cards.client.ts`. */
  script: SafeHtml
  /** The policy for hosts that send none; undefined in development. */
  policy: string | undefined
}

const nothing = markup``

/** The document, without optional tags, because there is one file for each step. */
export function goPage({ place, parts }: GoLinkPage, frame: GoPageFrame): SafeHtml {
  const { site } = frame
  const titles = [...new Set((place.removed ?? place.targets).map(({ title }) => title))]
  const heading: TextKey = place.removed ? 'removed.gone' : 'chooser.title'
  const places = parts.map((part) => {
    const [first = '', ...others] = part.anchors
    const old = others.map(aliasHtml)
    return markup`<div id="${escapeMarkup(first)}">${old}${placeHtml(part, site, 'part')}</div>`
  })
  const own = parts.length > 0 ? place.anchors.map(aliasHtml) : nothing
  const home = escapeMarkup(href(site, '/'))
  const logo = site.theme?.logo
  const logos = [
    ...(logo ? [logoHtml(logo.light, logo.dark && 'light', site)] : []),
    ...(logo?.dark ? [logoHtml(logo.dark, 'dark', site)] : []),
  ]
  const names = inEach(site, ({ tag, title }) => ({ lang: tag, text: title }), ' · ')
  // Beside a logo, all names are one text.
  const name = names.length > 1 ? markup`<span>${names}</span>` : names
  const title = titles.join(' · ')
  const headings =
    isInOneLanguage(site) && !place.removed
      ? escapeMarkup(title)
      : inEach(site, (locale) => ({ lang: locale.ui, text: translator(locale)(heading) }), ' · ')
  return markup`${head(title, frame)}<main class="plain chooser go-link"><p><a href="${home}">${logos}${name}</a></p><h1>${headings}</h1>${places}<div>${own}${placeHtml(place, site, 'whole')}</div></main>`
}

function head(title: string, { site, style, script, policy }: GoPageFrame): SafeHtml {
  const [first] = site.locales
  const lang = markup`${langOf(first?.tag)}${first?.direction === 'rtl' ? markup` dir="rtl"` : nothing}`
  const rules =
    policy === undefined
      ? nothing
      : markup`<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}">`
  const icon = linkTo('icon', iconPath(site), site)
  const own = linkTo('stylesheet', site.theme?.stylesheet, site)
  return markup`<!doctype html><html${lang}><head>${rules}<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeMarkup(title)}</title><meta name="robots" content="noindex">${icon}<script>${themeScript}</script><link rel="stylesheet" href="${escapeMarkup(style)}">${own}${script}`
}

/** The title of the document, before the name of the site. */
function logoHtml({ src, width, height }: SiteImage, on: string | undefined, site: Site): SafeHtml {
  const shown = on ? markup` data-on="${escapeMarkup(on)}" loading="lazy"` : nothing
  const size = markup` width="${escapeMarkup(String(width))}" height="${escapeMarkup(String(height))}"`
  return markup`<img class="logo"${shown} src="${escapeMarkup(href(site, src))}"${size} alt="">`
}

function linkTo(rel: string, path: string | undefined, site: Site): SafeHtml {
  if (path === undefined) return nothing
  return markup`<link rel="${escapeMarkup(rel)}" href="${escapeMarkup(href(site, path))}">`
}

function aliasHtml(anchor: string): SafeHtml {
  return markup`<span class="alias" id="${escapeMarkup(anchor)}"></span>`
}

/** The title of a part of a page, without that of the page, which the last list has. */
function placeHtml({ removed = [], targets }: GoLink, site: Site, of: 'part' | 'whole'): SafeHtml {
  const label = of === 'part' ? 'removed.section' : 'removed.was'
  const notices = removed.map((one) => noticeHtml(one, one.locale, site, label))
  const cards = targets.map((target) => cardHtml(target, site, of))
  return markup`${notices}<ul>${cards}</ul>`
}

function cardHtml(target: GoLinkTarget, site: Site, of: 'part' | 'whole'): SafeHtml {
  const { locale: tag, path, page, above = [] } = target
  const locale = localeOf(site, tag)
  const address = escapeMarkup(withPlainAnchor(href(site, path)))
  const within =
    of === 'whole' && page !== undefined
      ? markup`<small>${escapeMarkup([...above, page].join(' · '))}</small>`
      : nothing
  if (isInOneLanguage(site)) {
    const name = titleHtml(target, locale, 'alone')
    return markup`<li><a href="${address}">${name}${within}</a>`
  }
  const enter = translator(locale)('chooser.enter', {
    language: languageName(site, tag, locale.ui),
  })
  const open = markup`<small${langOf(contentLang(locale) && locale.ui)}>${escapeMarkup(enter)}</small>`
  return markup`<li${langOf(tag === site.locales[0]?.tag ? undefined : tag)}${dirOf(locale.direction, site)}><a href="${address}" hreflang="${escapeMarkup(tag)}"><b>${escapeMarkup(locale.name)}</b>${titleHtml(target, locale)}${page === undefined ? open : within}</a>`
}

/** The same address in fewer bytes: browsers encode an anchor themselves. */
function withPlainAnchor(address: string): string {
  try {
    const plain = address.replace(/#.*/, decodeURI)
    return /[\s\p{C}]/u.test(plain) ? address : plain
  } catch {
    return address
  }
}

/** The title, “Step 3: …” for a step; each text that is not in the card’s language is marked with its own. */
function titleHtml(
  { title, lang, number }: GoLinkTarget,
  locale: SiteLocale,
  stands?: 'alone',
): SafeHtml {
  const words = escapeMarkup(title)
  if (stands && number === undefined && !lang) return words
  if (number === undefined) return markup`<span${langOf(lang)}>${words}</span>`
  const own = contentLang(locale)
  const [before = nothing, after = nothing] = translator(locale)('go.step', {
    number: String(number),
  })
    .split('{title}')
    .map(escapeMarkup)
  const inner = lang ?? own
  const name = inner ? markup`<span${langOf(inner)}>${words}</span>` : words
  return markup`<span${langOf(own && locale.ui)}>${before}${name}${after}</span>`
}

function noticeHtml(
  { title, lang, why, whyLang }: Removed,
  tag: string,
  site: Site,
  label: TextKey,
): SafeHtml {
  const locale = localeOf(site, tag)
  const t = translator(locale)
  const [of, reason] = [escapeMarkup(t(label)), escapeMarkup(t('removed.why'))]
  return markup`<div class="notice"${langOf(locale.ui)}${dirOf(locale.uiDirection, site)}><p>${of} <strong${langOf(lang ?? tag)}>${escapeMarkup(title)}</strong></p><p>${reason} <span${langOf(whyLang ?? tag)}>${escapeMarkup(why)}</span></p></div>`
}

function isInOneLanguage({ locales }: Site): boolean {
  return locales.length === 1
}

/** A text in every language of the site; one that is the same in several languages is shown once. */
function inEach(
  { locales }: Site,
  textOf: (locale: SiteLocale) => { lang: string; text: string },
  separator = '',
): SafeHtml[] {
  const all = locales.map(textOf)
  const texts = all.filter(({ text }, at) => all.findIndex((one) => one.text === text) === at)
  return texts.map(
    ({ lang, text }, at) =>
      markup`${at > 0 ? escapeMarkup(separator) : nothing}<span${langOf(lang === locales[0]?.tag ? undefined : lang)}>${escapeMarkup(text)}</span>`,
  )
}

function langOf(lang: string | undefined): SafeHtml {
  return lang ? markup` lang="${escapeMarkup(lang)}"` : nothing
}

/** The attribute `dir`, if the direction is not that of the page. */
function dirOf(direction: SiteLocale['direction'], { locales }: Site): SafeHtml {
  return direction === locales[0]?.direction ? nothing : markup` dir="${escapeMarkup(direction)}"`
}
