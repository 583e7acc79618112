/** Keeps the filters of a page, its address and all listeners in sync. */
import type { Selection } from '#src/components/process/process.ts'
import { readSelection, selectionSearch, type Kind } from './filter.ts'

/** The event that `document` gets with the new `Selection` as its detail. */
const name = 'passerelle-selection'

/** Ignore values that the page does not have: an outdated address must not hide everything. */
function isKnown(kind: Kind, value: string) {
  const id = CSS.escape(value)
  return !!document.querySelector(`select[name=${kind}] [value="${id}"], [data-${kind}="${id}"]`)
}

/** The current selection. */
export function selection(): Selection {
  return readSelection(location.search, isKnown)
}

/** Change the selection; filters that `change` does not name keep their value. */
export function changeSelection(change: Selection) {
  const next = { ...selection(), ...change }
  const search = selectionSearch(location.search, next)
  // Drop an anchor of the interface (`#_phase-assess`), which was the old selection; keep one of the content.
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
  // Links to the other languages of the page keep the selection.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages__link')) {
    link.search = selectionSearch(link.search, now)
  }
})
