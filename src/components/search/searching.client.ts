/** Searching as one types, in the dialog and on the results page alike. */
import { translator } from '#src/i18n/text.ts'
import { type Answer, type Ask, openIndex } from '#src/search/engine.ts'
import { countText } from '#src/search/wording.ts'
import { drawPages } from './drawing.client.ts'

interface Options {
  /** How many pages to show at first. */
  step?: number
  /** Show more pages in place, and not only a link to the results page. */
  goesOn?: boolean
  /** Called when another query is looked for. */
  onQuery?: (query: string) => void
}

/** Milliseconds without a key before searching: a result for every letter is noise, also aloud. */
const pause = 200
/** Milliseconds after which an answer is slow enough to say so. */
const slow = 400

/** Bring a panel to life; gives the function that looks for what stands in its field. */
export function attachSearch(
  panel: HTMLElement,
  { step = 8, goesOn = false, onQuery }: Options = {},
): () => void {
  const field = partOf<HTMLInputElement>(panel, 'input.search__field')
  const status = partOf(panel, '.search__status')
  const results = partOf(panel, '.search__results')
  const more = partOf<HTMLAnchorElement>(panel, 'a.search__more')
  const further = partOf(panel, 'button.search__more')
  const elsewhere = partOf(panel, '.search__elsewhere')

  const { index = '', base = '', texts = '{}' } = panel.dataset
  const strings = JSON.parse(texts) as Record<string, string>
  const t = translator({ strings })
  const { lang: language } = document.documentElement

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
  rememberKey(partOf<HTMLInputElement>(panel, '.search__key input'))
  return search

  function search() {
    const query = field.value.trim()
    if (query === asked) return
    asked = query
    onQuery?.(query)
    if (!query) return show('')
    const isCurrent = () => query === asked
    const waiting = window.setTimeout(() => isCurrent() && show(t('search.loading')), slow)
    find(query, isCurrent)
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
    return (opening ??= openIndex({ index, base, language }))
  }

  async function find(query: string, isCurrent: () => boolean) {
    const ask = await open()
    const answer = await ask?.(query)
    const drawn = drawPages((await answer?.pages(0, step)) ?? [])
    // The reader may have typed on meanwhile.
    if (!isCurrent()) return
    if (!answer) return show(t('search.missing'))
    show(countText(strings, language, answer.total, query), drawn)
    offerMore(query, answer)
  }

  function show(text: string, drawn: readonly HTMLElement[] = []) {
    status.textContent = text
    results.replaceChildren(...drawn)
    for (const part of [more, further, elsewhere]) part.hidden = true
  }

  function offerMore(query: string, answer: Answer) {
    for (const link of [more, ...elsewhere.querySelectorAll('a')]) {
      link.search = new URLSearchParams({ q: query }).toString()
    }
    elsewhere.hidden = answer.total > 0 || !elsewhere.children.length
    const rest = () => answer.total > results.children.length
    more.hidden = goesOn || !rest()
    further.hidden = !goesOn || !rest()
    further.onclick = async () => {
      const shown = results.children.length
      const drawn = drawPages(await answer.pages(shown, shown + step))
      results.append(...drawn)
      further.hidden = !rest()
      drawn[0]?.querySelector('a')?.focus()
    }
  }
}

/** The results are plain links; the arrows are a shorter way through them than Tab. */
function moveByArrows(event: KeyboardEvent, panel: HTMLElement, field: HTMLElement) {
  const links = [...panel.querySelectorAll<HTMLElement>('.search__body a')].filter((link) =>
    link.checkVisibility(),
  )
  const at = links.findIndex((link) => link === document.activeElement)
  if (at === -1 && document.activeElement !== field) return
  const to = targetOf(event.key, at, [field, ...links])
  if (!to) return
  event.preventDefault()
  to.focus()
}

function targetOf(key: string, at: number, stops: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return stops[at + 2]
  if (at === -1) return undefined
  if (key === 'ArrowUp') return stops[at]
  if (key === 'Home') return stops[1]
  return key === 'End' ? stops.at(-1) : undefined
}

/** Whether `/` opens the search, on every page from now on. */
function rememberKey(box: HTMLInputElement) {
  const name = 'passerelle-search-key'
  try {
    box.checked = localStorage.getItem(name) !== 'off'
    box.addEventListener('change', () => {
      if (box.checked) localStorage.removeItem(name)
      else localStorage.setItem(name, 'off')
    })
  } catch {
    // Storage may be forbidden: then there is nothing to choose.
    box.parentElement?.remove()
  }
}

export function partOf<Part extends HTMLElement>(panel: HTMLElement, selector: string): Part {
  const part = panel.querySelector<Part>(selector)
  if (!part) throw new Error(`No ${selector} in the search panel`)
  return part
}
