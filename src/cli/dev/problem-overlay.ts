/** Problems over a page, as HTML: file, line, rule and what to do. It works without script. */
import { escapeMarkup as escaped } from '../../components/markup.ts'
import { formsOf, inForm } from '../../components/progress/plural.ts'
import { translator } from '../../i18n/text.ts'
import type { ReportedProblem } from '../../report/problems.ts'
import type { SiteLocale } from '../../site.ts'

type Speaker = Pick<SiteLocale, 'ui' | 'uiDirection' | 'strings'>

/** Its id; pages have none that begins so. */
const id = '_dev-problems'

// The page's own styles end here. Nothing that has the focus may hide behind it for good: it can be closed.
const style = `
#${id}, #${id} * { all: revert; box-sizing: border-box }
#${id} { position: fixed; inset: auto 0 0; z-index: 2147483647; background: #1b1b1b; color: #fff;
  border-block-start: 4px solid #ff8a80; font: 15px/1.5 system-ui, sans-serif; color-scheme: dark }
#${id} summary { padding: .5rem 1rem; font-weight: 600; cursor: pointer; min-height: 24px }
#${id} summary:focus-visible, #${id} div:focus-visible { outline: 3px solid #fff; outline-offset: -3px }
#${id} div { max-height: 40vh; overflow: auto; padding: 0 1rem 1rem }
#${id} ol { margin: 0; padding: 0; list-style: none }
#${id} li { margin: .75rem 0 0; overflow-wrap: anywhere }
#${id} a { color: inherit }
#${id} code { font: 14px/1.5 ui-monospace, monospace; color: #ffb4ab }
#${id} p { margin: .125rem 0 0 }
@media print { #${id} { display: none } }
html:has(#${id} details[open]) { scroll-padding-block-end: calc(40vh + 4rem) }
body:has(#${id} details[open]) { padding-block-end: calc(40vh + 4rem) }`

/** The page with its problems over it, if it has any, and with the script that keeps it up to date. */
export function withProblems(
  html: string,
  problems: readonly ReportedProblem[],
  speaker: Speaker,
  client: string,
): string {
  const script = `<script type="module" src="${escaped(client)}"></script>`
  return html
    .replace('<head>', () => `<head>${script}`)
    .replace(/<\/body>(?![\s\S]*<\/body>)/, (end) => overlay(problems, speaker) + end)
}

/** A page in place of one that cannot be drawn. */
export function problemPage(
  problems: readonly ReportedProblem[],
  speaker: Speaker,
  client: string,
): string {
  const title = escaped(translator(speaker)('dev.failed'))
  const page = `<!DOCTYPE html><html lang="${escaped(speaker.ui)}" dir="${speaker.uiDirection}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><main><h1>${title}</h1></main></body></html>`
  return withProblems(page, problems, speaker, client)
}

function overlay(problems: readonly ReportedProblem[], speaker: Speaker): string {
  if (problems.length === 0) return ''
  const count = escaped(
    inForm(formsOf(speaker.strings, 'dev.problems'), speaker.ui, problems.length),
  )
  const items = problems.map(item).join('')
  return `<aside id="${id}" aria-label="${count}"><style>${style}</style><details open><summary>${count}</summary><div tabindex="0" role="region" aria-label="${count}"><section role="alert" lang="en" dir="ltr"><ol>${items}</ol></section></div></details></aside>`
}

function item({ file, line, column, ruleId, reason, note, url }: ReportedProblem): string {
  const place = file ? `${[file, line, column].join(':')} ` : ''
  const rule = url ? `<a href="${escaped(url)}">${escaped(ruleId)}</a>` : escaped(ruleId)
  const advice = note ? `<p>${escaped(note)}</p>` : ''
  return `<li><code>${escaped(place)}${rule}</code><p>${escaped(reason)}</p>${advice}</li>`
}
