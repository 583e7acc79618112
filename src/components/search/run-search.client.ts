/** Searching as one types, in the dialog and on the results page alike. */
import { translator } from '#src/i18n/text.ts'
import type { Answer } from '#src/search/search.ts'
import { type Ask, openIndex } from '#src/search/engine.ts'
import { type Question, writeQuestion } from '#src/search/filters.ts'
import type { Wordings } from '#src/search/query-plan.ts'
import { countText } from '#src/search/labels.ts'
import { drawFound } from './draw-results.client.ts'
import { moveByArrows, rememberKey } from './keyboard.client.ts'
import { attachChoices } from './filters.client.ts'

interface Options {
  /** How many results to show at first. */
  step?: number
  /** Show more results in place, and not only a link to the results page. */
  goesOn?: boolean
  /** Called when something else is looked for. */
  onQuestion?: (question: Question) => void
}

interface Search {
  /** Look for what stands in the field and the lists. */
  search: () => void
  /** Put a question there, and look for it. */
  ask: (question: Question) => void
}

/** Milliseconds without a key before searching: a result for every letter is noise, also aloud. */
const pause = 200
/** Milliseconds after which an answer is slow enough to say so. */
const slow = 400

/** Bring a panel to life. */
export function attachSearch(
  panel: HTMLElement,
  { step = 8, goesOn = false, onQuestion }: Options = {},
): Search {
  const field = panelPart<HTMLInputElement>(panel, 'input.search__field')
  const status = panelPart(panel, '.search__status')
  const results = panelPart(panel, '.search__results')
  const more = panelPart<HTMLAnchorElement>(panel, 'a.search__more')
  const further = panelPart(panel, 'button.search__more')
  const elsewhere = panelPart(panel, '.search__elsewhere')

  const { index = '', base = '', texts = '{}', wordings = '{}' } = panel.dataset
  const strings = JSON.parse(texts) as Record<string, string>
  const t = translator({ strings })
  const { lang: language } = document.documentElement
  const choices = attachChoices(panel, search)

  let opening: Promise<Ask | undefined> | undefined
  let asked = ''
  let timer = 0

  field.addEventListener('input', () => {
    clearTimeout(timer)
    // The index comes while the reader still types; what goes wrong is told after the pause.
    open().catch(() => {})
    timer = window.setTimeout(search, pause)
  })
  panel.addEventListener('keydown', (event) => moveByArrows(event, panel, field))
  // A choice that was not made has no place in an address.
  panel.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name)
  })
  rememberKey(panelPart<HTMLInputElement>(panel, '.search__key input'))
  return { search, ask }

  function ask({ query, chosen }: Question) {
    field.value = query
    choices.set(chosen)
    search()
  }

  function search() {
    clearTimeout(timer)
    const question = { query: field.value.trim(), chosen: choices.read() }
    const wanted = writeQuestion(question)
    if (wanted === asked) return
    asked = wanted
    onQuestion?.(question)
    if (!wanted) return show('')
    const isCurrent = () => wanted === asked
    const waiting = window.setTimeout(() => isCurrent() && show(t('search.loading')), slow)
    find(question, isCurrent)
      .catch(() => {
        if (!isCurrent()) return
        // Asking the same again tries again.
        asked = ''
        opening = undefined
        show(t('search.failed'))
      })
      .finally(() => clearTimeout(waiting))
  }

  function open() {
    return (opening ??= openIndex({
      index,
      base,
      language,
      wordings: JSON.parse(wordings) as Wordings,
    }))
  }

  async function find(question: Question, isCurrent: () => boolean) {
    const ask = await open()
    const answer = await ask?.(question)
    const drawn = drawFound((await answer?.read(0, step)) ?? [], strings, language)
    // The reader may have typed on meanwhile.
    if (!isCurrent()) return
    if (!answer) return show(t('search.missing'))
    const { total, corrected } = answer
    const narrowed = Object.keys(question.chosen).length > 0
    const report = { total, corrected, narrowed, query: question.query }
    show(countText(strings, language, report), drawn)
    offerMore(question, answer)
  }

  function show(text: string, drawn: readonly HTMLElement[] = []) {
    status.textContent = text
    results.replaceChildren(...drawn)
    for (const part of [more, further, elsewhere]) part.hidden = true
  }

  function offerMore(question: Question, answer: Answer) {
    for (const link of [more, ...elsewhere.querySelectorAll('a')]) {
      link.search = writeQuestion(question)
    }
    elsewhere.hidden = answer.total > 0 || !elsewhere.children.length
    const rest = () => answer.total > results.children.length
    more.hidden = goesOn || !rest()
    further.hidden = !goesOn || !rest()
    further.onclick = async () => {
      const shown = results.children.length
      const drawn = drawFound(await answer.read(shown, shown + step), strings, language)
      results.append(...drawn)
      further.hidden = !rest()
      drawn[0]?.querySelector('a')?.focus()
    }
  }
}

export function panelPart<Part extends HTMLElement>(panel: HTMLElement, selector: string): Part {
  const part = panel.querySelector<Part>(selector)
  if (!part) throw new Error(`No ${selector} in the search panel`)
  return part
}
