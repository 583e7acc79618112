/** The results page: its address has the query, so that it can be bookmarked and shared. */
import { readQuestion, writeQuestion } from '#src/search/filters.ts'
import { attachSearch, panelPart } from './run-search.client.ts'

export function onResultsPage(panel: HTMLElement) {
  const { ask, search } = attachSearch(panel, {
    step: 20,
    goesOn: true,
    onQuestion: (question) => keepInAddress(writeQuestion(question)),
  })
  panel.addEventListener('submit', (event) => {
    event.preventDefault()
    search()
  })
  const question = readQuestion(location.search)
  ask(question)
  if (!question.query) panelPart(panel, '.search__field').focus()
}

function keepInAddress(search: string) {
  history.replaceState(history.state, '', location.pathname + search)
  // The same search in the other languages.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages__link')) {
    link.search = search
  }
}
