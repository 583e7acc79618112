/** The results page: its address holds the query, so that it can be kept, sent and gone back to. */
import { attachPanel } from './search-panel.client.ts'

const panel = document.querySelector<HTMLElement>('main .search')
const field = panel?.querySelector<HTMLInputElement>('.search__field')
if (panel && field) {
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  const search = attachPanel(panel, { step: 20, goesOn: true, onQuery: keepInAddress })
  panel.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    search()
  })
  if (field.value) search()
  else field.focus()
}

function keepInAddress(query: string) {
  const search = query && `?${new URLSearchParams({ q: query })}`
  history.replaceState(history.state, '', location.pathname + search)
  // The same search in the other languages.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages__link')) {
    link.search = search
  }
}
