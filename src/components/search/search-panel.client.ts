/** The panel as an element: in a dialog on every page, or by itself on the results page. */
import { inDialog } from './dialog.client.ts'
import { onResultsPage } from './results-page.client.ts'

class SearchPanel extends HTMLElement {
  connectedCallback() {
    const dialog = this.closest('dialog')
    if (dialog) inDialog(this, dialog)
    else onResultsPage(this)
  }
}

customElements.define('search-panel', SearchPanel)
