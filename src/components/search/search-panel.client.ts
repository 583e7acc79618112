/** The panel as an element: in a dialog on every page, or by itself on the results page. */
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

/** A phone shows what was found first: the filters would take a third of it. */
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
