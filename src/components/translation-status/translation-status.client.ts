/** Filters the pages, keeps the filter in the address, and shows how many pages there are. */
import { pluralText } from '#src/components/progress/plural.ts'
// In one chunk with the plural forms: one file less to load for pages with steps.
import '#src/components/progress/progress.client.ts'
import {
  isStatusSelected,
  readStatusSelection,
  statusSearch,
  type StatusSelection,
} from './selection.ts'

const filter = document.querySelector<HTMLElement>('.translation__filter')
const selects = [...(filter?.querySelectorAll('select') ?? [])]
const work = filter?.querySelector<HTMLInputElement>('input[name=work]')
const status = document.querySelector<HTMLElement>('.translation__shown')
const sections = [...document.querySelectorAll<HTMLElement>('.translation__docset')]

/** Ignore unknown values: an outdated address must not hide everything. */
function asked(): StatusSelection {
  return readStatusSelection(location.search, (name, value) =>
    selects.some(
      (select) =>
        select.name === name && [...select.options].some((option) => option.value === value),
    ),
  )
}

function show(selection: StatusSelection) {
  for (const select of selects) select.value = selection[select.name as 'docset' | 'state'] ?? ''
  if (work) work.checked = selection.work ?? false
  const rows: HTMLElement[] = []
  for (const section of sections) {
    const { docset = '' } = section.dataset
    const own = [...section.querySelectorAll<HTMLElement>('tr[data-states]')]
    for (const row of own) {
      const states = row.dataset['states']?.split(' ') ?? []
      row.hidden = !isStatusSelected(selection, { docset, states })
    }
    section.hidden = own.every(({ hidden }) => hidden)
    for (const row of own) rows.push(row)
  }
  announce(rows.filter(({ hidden }) => !hidden).length, rows.length)
  // Links to the other languages of the page keep the filter.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages__link')) {
    link.search = statusSearch(link.search, selection)
  }
}

/** Show the count, unless all rows are visible, as at first. */
function announce(shown: number, all: number) {
  const forms = status?.dataset['forms']
  if (!status || !forms || (shown === all && !status.textContent)) return
  const text = pluralText(forms, shown)
  if (status.textContent !== text) status.textContent = text
}

function change() {
  const next: StatusSelection = { work: work?.checked ?? false }
  for (const select of selects) {
    if (select.value) next[select.name as 'docset' | 'state'] = select.value
  }
  const search = statusSearch(location.search, next)
  history.replaceState(history.state, '', location.pathname + search + location.hash)
  show(next)
}

if (filter) {
  filter.hidden = false
  filter.addEventListener('change', change)
  show(asked())
}
