/** A page to translate in, for people without a translation tool. It needs no server, and saves a file for `import`. */
import { createHash } from 'node:crypto'
import { attributes, escapeXml } from '../../translation/formats/xml.ts'
import type { SiteLocale } from '../../site.ts'
import { type Translate, translator } from '../../i18n/text.ts'
import type { WorkItem } from './work-items.ts'

/** How a work page begins. A file that begins otherwise is not overwritten. */
export const pageStart = '<!doctype html>\n<!-- Passerelle: a page of work -->\n'

export interface PageParts {
  /** The units to translate, all of one translation. */
  items: readonly WorkItem[]
  docset: string
  sourceLocale: string
  targetLocale: string
  /** The language of the interface: that of the translation, or the nearest that has strings. */
  locale: Pick<SiteLocale, 'ui' | 'uiDirection' | 'strings'>
  /** Contents of `fields.js` and `fields.css`. */
  script: string
  style: string
}

const columns = ['id', 'hash', 'state', 'source', 'target', 'docset', 'languages'] as const

/** The HTML of the page, which holds its script and styles. */
export function workPage({ script, style, ...page }: PageParts): string {
  const { items, docset, sourceLocale, targetLocale, locale } = page
  const t = translator(locale)
  const title = t('work.title', { docset, locale: targetLocale })
  const strings = { done: t('work.done'), lost: t('work.lost') }
  const units = items.map((item) => ({
    id: item.id,
    hash: `#${item.hash}`,
    state: 'done',
    source: item.source,
    target: item.target ?? '',
    docset,
    languages: `${sourceLocale} ${targetLocale}`,
  }))
  const key = createHash('sha256').update(JSON.stringify(units)).digest('hex').slice(0, 16)
  const file = `${docset.replace(/[^\w.-]+/g, '-')}.${sourceLocale}.${targetLocale}.csv`
  const data = JSON.stringify({ columns, units, strings, file, key: `passerelle-${key}` })
  return `${pageStart}<html${attributes({ lang: locale.ui, dir: locale.uiDirection })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${digest(script)}'; style-src 'sha256-${digest(style)}'">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeXml(title)}</h1>
<p>${escapeXml(t('work.intro'))}</p>
<noscript><p><strong>${escapeXml(t('work.script'))}</strong></p></noscript>
${items.map((item, index) => sectionOf(item, index, page, t)).join('')}<div class="bar"><button type="button" id="save">${escapeXml(t('work.save'))}</button> <output id="done"></output></div>
</main>
<script type="application/json" id="data">${data.replaceAll('<', '\\u003C')}</script>
<script type="module">${script}</script>
</body>
</html>
`
}

function sectionOf(
  item: WorkItem,
  index: number,
  { sourceLocale, targetLocale }: Pick<PageParts, 'sourceLocale' | 'targetLocale'>,
  t: Translate,
): string {
  const number = String(index + 1)
  const from = langOf(sourceLocale)
  const to = langOf(targetLocale)
  const part = (title: string, html: string) => html && `<h3>${escapeXml(title)}</h3>\n${html}\n`
  const change = item.change
    ?.map(({ kind, text }) => {
      const name = kind === 'removed' ? 'del' : kind === 'added' ? 'ins' : ''
      return name ? `<${name}>${escapeXml(text)}</${name}>` : escapeXml(text)
    })
    .join('')
  const tags = item.codes.map(({ tag, shown }) => `${tag} = ${shown}`)
  const matches = item.proposals.map(
    ({ source, target, likeness }) =>
      `<p>${likeness} % <span${from}>${escapeXml(source)}</span> → <span${to}>${escapeXml(target)}</span> ` +
      `<button type="button"${attributes({ 'data-for': String(index), 'data-text': target })}>${escapeXml(t('work.take'))}</button></p>`,
  )
  const terms = item.terms.map(({ source, target, note }) => {
    const result = source === target ? t('work.stays') : target
    return `<li><span${from}>${escapeXml(source)}</span>: ${escapeXml(result)}${note ? ` (${escapeXml(note)})` : ''}</li>`
  })
  const right = item.target
    ? `<p><label><input type="checkbox" id="r${index}"> ${escapeXml(t('work.right'))}</label></p>\n`
    : ''
  return `<section aria-labelledby="h${index}">
<h2 id="h${index}">${number}. ${escapeXml(item.place)}</h2>
${part(t('work.source'), `<p class="text" id="s${index}"${from}>${escapeXml(item.source)}</p>`)}${part(
    t('work.change'),
    change ? `<p class="text"${from}>${change}</p>` : '',
  )}${part(t('work.tags'), tags.length ? `<ul>${tags.map((row) => `<li><code>${escapeXml(row)}</code></li>`).join('')}</ul>` : '')}${part(
    t('work.similar'),
    matches.join('\n'),
  )}${part(t('work.terms'), terms.length ? `<ul>${terms.join('')}</ul>` : '')}<h3><label for="t${index}">${escapeXml(t('work.translation', { number }))}</label></h3>
<textarea id="t${index}" aria-describedby="s${index} f${index}"${to}>
${escapeXml(item.target ?? '')}</textarea>
<p id="f${index}" role="status"></p>
${right}</section>
`
}

/** The language with its direction, which text fields do not derive from it. */
function langOf(locale: string): string {
  const isRtl = /^(?:ar|fa|he|ur|ps|yi)\b/i.test(locale)
  return attributes({ lang: locale, dir: isRtl ? 'rtl' : 'ltr' })
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
