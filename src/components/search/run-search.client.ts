/** Search as you type, in the dialog and on the results page. */
import { translator } from '#src/i18n/text.ts'
import { type Ask, openIndex } from '#src/search/engine.ts'
import { type Question, writeQuestion } from '#src/search/filters.ts'
import type { Wordings } from '#src/search/query-plan.ts'
import { countText } from '#src/search/labels.ts'
import { drawResults } from './draw-results.client.ts'
import { moveByArrows, rememberKey } from './keyboard.client.ts'
import { attachChoices } from './filters.client.ts'
import { markUnsaved } from './unsaved.client.ts'

interface Options {
  /** How many results to show at first. */
  step?: number
  /** Show more results in place, and not only a link to the results page. */
  goesOn?: boolean
  /** Called when the query changes. */
  onQuestion?: (question: Question) => void
}

interface Search {
  /** Search with the current field and filters. */
  search: () => void
  /** Fill in a query, and search. */
  ask: (question: Question) => void
}

/** A search panel: its elements, what they need to draw results, and the state of its search. */
interface Panel extends Required<Omit<Options, 'onQuestion'>>, Pick<Options, 'onQuestion'> {
  element: HTMLElement
  field: HTMLInputElement
  status: HTMLElement
  results: HTMLElement
  /** The link to the results page. */
  more: HTMLAnchorElement
  /** The button that shows more results in place. */
  further: HTMLElement
  elsewhere: HTMLElement
  choices: ReturnType<typeof attachChoices>
  strings: Readonly<Record<string, string>>
  /** Of the index. */
  language: string
  /** Of the interface. */
  spoken: string
  state: { opening?: Promise<Ask | undefined> | undefined; asked: string; timer: number }
}

/** Milliseconds without typing before a search: results for every letter are noise, above all for screen readers. */
const pause = 200
/** Milliseconds after which “Searching” is shown. */
const slow = 400

/** Present in an offline copy (`src/offline/runtime.client.ts`). */
const offline = globalThis as { passerelleCopy?: { address: (path: string) => string } }

/** Make a panel search as its reader types. */
export function attachSearch(element: HTMLElement, options: Options = {}): Search {
  const panel = readPanel(element, options, () => search(panel))
  const { field, choices, state } = panel
  field.addEventListener('input', () => {
    clearTimeout(state.timer)
    // Load the index while the reader still types; errors are reported after the pause.
    open(panel).catch(() => {})
    state.timer = window.setTimeout(() => search(panel), pause)
  })
  element.addEventListener('keydown', (event) => moveByArrows(event, element, field))
  // Leave empty filters out of the address.
  element.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name)
  })
  rememberKey(panelPart<HTMLInputElement>(element, '.search__key input'))
  return {
    search: () => search(panel),
    ask({ query, chosen }) {
      field.value = query
      choices.set(chosen)
      search(panel)
    },
  }
}

function readPanel(
  element: HTMLElement,
  { step = 8, goesOn = false, onQuestion }: Options,
  onChoice: () => void,
): Panel {
  return {
    step,
    goesOn,
    ...(onQuestion && { onQuestion }),
    element,
    field: panelPart<HTMLInputElement>(element, 'input.search__field'),
    status: panelPart(element, '.search__status'),
    results: panelPart(element, '.search__results'),
    more: panelPart<HTMLAnchorElement>(element, 'a.search__more'),
    further: panelPart(element, 'button.search__more'),
    elsewhere: panelPart(element, '.search__elsewhere'),
    choices: attachChoices(element, onChoice),
    strings: JSON.parse(element.dataset['texts'] ?? '{}') as Record<string, string>,
    language: document.documentElement.lang,
    spoken: document.body.lang || document.documentElement.lang,
    state: { asked: '', timer: 0 },
  }
}

function search(panel: Panel) {
  const { state, field, choices, strings, onQuestion } = panel
  const t = translator({ strings })
  clearTimeout(state.timer)
  const question = { query: field.value.trim(), chosen: choices.read() }
  const wanted = writeQuestion(question)
  if (wanted === state.asked) return
  state.asked = wanted
  onQuestion?.(question)
  if (!wanted) return show(panel, '')
  const isCurrent = () => wanted === state.asked
  const waiting = window.setTimeout(() => isCurrent() && show(panel, t('search.loading')), slow)
  find(panel, question, isCurrent, () => clearTimeout(waiting))
    .catch(() => {
      if (!isCurrent()) return
      // A failed search can be repeated.
      state.asked = ''
      state.opening = undefined
      show(panel, t('search.failed'))
    })
    .finally(() => clearTimeout(waiting))
}

function open({ element, language, state }: Panel) {
  const { index = '', base = '', wordings = '{}' } = element.dataset
  return (state.opening ??= openIndex({
    index,
    base,
    address: offline.passerelleCopy?.address,
    language,
    wordings: JSON.parse(wordings) as Wordings,
  }))
}

async function find(
  panel: Panel,
  question: Question,
  isCurrent: () => boolean,
  onFirst: () => void,
) {
  const { step, strings, spoken, results } = panel
  const ask = await open(panel)
  const answer = await ask?.(question)
  const draw = async (from: number, to: number) => {
    const drawn = drawResults((await answer?.read(from, to)) ?? [], strings, spoken)
    await markUnsaved(drawn, strings['search.unsaved'] ?? '')
    return drawn
  }
  // Show the best result while the others, each a file of its own, are still loading.
  const first = await draw(0, 1)
  // The query may have changed meanwhile.
  if (!isCurrent()) return
  if (!answer) return show(panel, translator({ strings })('search.missing'))
  onFirst()
  results.replaceChildren(...first)
  const others = await draw(1, step)
  if (!isCurrent()) return
  results.append(...others)
  const { total, corrected } = answer
  const narrowed = Object.keys(question.chosen).length > 0
  const report = { total, corrected, narrowed, query: question.query }
  say(panel, countText(strings, spoken, report))
  offerMore(panel, question, answer.total, draw)
}

/** Show a message in place of results. */
function show(panel: Panel, text: string) {
  panel.results.replaceChildren()
  say(panel, text)
}

function say({ status, more, further, elsewhere }: Panel, text: string) {
  status.textContent = text
  for (const part of [more, further, elsewhere]) part.hidden = true
}

function offerMore(
  { results, more, further, elsewhere, goesOn, step }: Panel,
  question: Question,
  total: number,
  draw: (from: number, to: number) => Promise<HTMLElement[]>,
) {
  for (const link of [more, ...elsewhere.querySelectorAll('a')]) {
    link.search = writeQuestion(question)
  }
  elsewhere.hidden = total > 0 || !elsewhere.children.length
  const hasMore = () => total > results.children.length
  more.hidden = goesOn || !hasMore()
  further.hidden = !goesOn || !hasMore()
  further.onclick = async () => {
    const count = results.children.length
    const drawn = await draw(count, count + step)
    results.append(...drawn)
    further.hidden = !hasMore()
    drawn[0]?.querySelector('a')?.focus()
  }
}

export function panelPart<Part extends HTMLElement>(panel: HTMLElement, selector: string): Part {
  const part = panel.querySelector<Part>(selector)
  if (!part) throw new Error(`No ${selector} in the search panel`)
  return part
}
