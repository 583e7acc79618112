/** Keeps the selects of a page, its address and all listeners in step. */
import type { Selection } from '#src/components/process/process.ts'
import { readSelection, selectionSearch, type Kind } from './filter.ts'

/** The event that `document` gets with the new `Selection` as its detail. */
const name = 'passerelle-selection'

/** Only what the page has, as an option or on an element: an old address must not hide everything. */
function isKnown(kind: Kind, value: string) {
  const id = CSS.escape(value)
  return !!document.querySelector(`select[name=${kind}] [value="${id}"], [data-${kind}="${id}"]`)
}

/** What is asked for now. */
export function selection(): Selection {
  return readSelection(location.search, isKnown)
}

/** Ask for something else; what the change does not name stays as it is. */
export function changeSelection(change: Selection) {
  const next = { ...selection(), ...change }
  const search = selectionSearch(location.search, next)
  // Drop an anchor of the interface (`#_phase-assess`), the old choice; keep one of the content.
  const hash = location.hash.startsWith('#_') ? '' : location.hash
  history.replaceState(history.state, '', location.pathname + search + hash)
  document.dispatchEvent(new CustomEvent(name, { detail: next }))
}

/** Calls the listener with the filters: at once, and at every change. */
export function onSelection(listener: (selection: Selection) => void) {
  listener(selection())
  document.addEventListener(name, (event) => listener((event as CustomEvent<Selection>).detail))
}

const selects = document.querySelectorAll<HTMLSelectElement>('.filter select')
for (const select of selects) {
  select.addEventListener('change', () => changeSelection({ [select.name]: select.value }))
}

onSelection((now) => {
  for (const filter of document.querySelectorAll<HTMLElement>('.filter')) filter.hidden = false
  for (const select of selects) select.value = now[select.name as Kind] ?? ''
  // The other languages of the page show the same.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages__link')) {
    link.search = selectionSearch(link.search, now)
  }
})
