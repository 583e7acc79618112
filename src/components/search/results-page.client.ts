/** The results page: its address holds the query, so that it can be kept and sent. */
import { attachSearch, partOf } from './searching.client.ts'

export function onResultsPage(panel: HTMLElement) {
  const field = partOf<HTMLInputElement>(panel, '.search__field')
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  const search = attachSearch(panel, { step: 20, goesOn: true, onQuery: keepInAddress })
  panel.addEventListener('submit', (event) => {
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
