/** The custom element of the panel: in a dialog on every page, or by itself on the results page. */
import { inDialog } from './dialog.client.ts'
import { onResultsPage } from './results-page.client.ts'

class SearchPanel extends HTMLElement {
  connectedCallback() {
    placeFilters(this)
    const dialog = this.closest('dialog')
    if (dialog) inDialog(this, dialog)
    else onResultsPage(this)
  }
}

/** Collapse the filters on phones, where they would take a third of the screen. */
function placeFilters(panel: HTMLElement) {
  const filters = panel.querySelector('.search__filters')
  const body = filters?.parentElement
  if (!filters || !body) return
  const narrow = matchMedia('(width < 40rem)')
  const place = () => (narrow.matches ? body.append(filters) : body.prepend(filters))
  narrow.addEventListener('change', place)
  if (narrow.matches) place()
}

customElements.define('search-panel', SearchPanel)
