/** Shows of each matrix the steps that the filter asks for, and says how many. */
import { onSelection } from '#src/components/filter/filter.client.ts'
import { isSelected } from '#src/components/filter/filter.ts'
import { saidHere } from '#src/components/progress/plural.ts'
// In the same file as the words of numbers: one file less to fetch for pages with steps.
import '#src/components/progress/progress.client.ts'

const matrices = [...document.querySelectorAll<HTMLElement>('.matrix[data-docset]')]

onSelection((selection) => {
  for (const matrix of matrices) {
    const rows = [...matrix.querySelectorAll<HTMLElement>('tr[data-step]')]
    for (const row of rows) {
      const { phase, service, parties = '' } = row.dataset
      row.hidden = !isSelected(selection, { phase, service, parties: parties.split(' ') })
    }
    for (const heading of matrix.querySelectorAll<HTMLElement>('.matrix__service')) {
      heading.hidden = !hasRows(heading)
    }
    for (const body of matrix.querySelectorAll('tbody')) {
      body.hidden = !body.querySelector('tr[data-step]:not([hidden])')
    }
    tell(matrix, rows.filter(({ hidden }) => !hidden).length, rows.length)
  }
})

/** Whether a row is shown between this heading and the next one. */
function hasRows(heading: Element): boolean {
  for (let row = heading.nextElementSibling; row; row = row.nextElementSibling) {
    if (!row.matches('[data-step]')) return false
    if (!row.matches('[hidden]')) return true
  }
  return false
}

/** No count for a table that shows all its rows, as it does at first. */
function tell(matrix: HTMLElement, shown: number, all: number) {
  const status = matrix.querySelector<HTMLElement>('.matrix__status')
  const forms = status?.dataset['shown']
  if (!status || !forms || (shown === all && !status.textContent)) return
  const text = saidHere(forms, shown)
  if (status.textContent !== text) status.textContent = text
}
