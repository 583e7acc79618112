/** Filters the steps of each matrix, and shows how many there are. */
import { onSelection } from '#src/components/filter/filter.client.ts'
import { isSelected } from '#src/components/filter/filter.ts'
import { pluralText } from '#src/components/progress/plural.ts'
// In one chunk with the plural forms: one file less to load for pages with steps.
import '#src/components/progress/progress.client.ts'
import { filteredCsv } from './csv.ts'

const matrices = [...document.querySelectorAll<HTMLElement>('.matrix[data-docset]')]

onSelection((selection) => {
  for (const matrix of matrices) {
    const rows = [...matrix.querySelectorAll<HTMLElement>('tr[data-step]:not([data-out])')]
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
    announce(matrix, rows.filter(({ hidden }) => !hidden).length, rows.length)
  }
})

for (const matrix of matrices) {
  const link = matrix.querySelector<HTMLAnchorElement>('a[download]')
  link?.addEventListener('click', (event) => {
    // The complete file needs no script, nor does a filtered one that was made already.
    if (!matrix.querySelector('tr[data-step][hidden]') || link.protocol === 'blob:') return
    event.preventDefault()
    void downloadShown(matrix, link)
  })
}

/** The file with the visible rows; the link to the complete one if fetching fails. */
async function downloadShown(matrix: HTMLElement, link: HTMLAnchorElement) {
  const rows = matrix.querySelectorAll<HTMLElement>('tr[data-step]:not([hidden])')
  const shown = new Set([...rows].map(({ dataset }) => dataset['step'] ?? ''))
  const { href } = link
  try {
    const bytes = await (await fetch(href)).arrayBuffer()
    // Without a byte order mark, spreadsheets assume another encoding.
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    link.href = URL.createObjectURL(new Blob([filteredCsv(csv, shown)], { type: 'text/csv' }))
  } catch {
    location.assign(href)
    return
  }
  link.click()
  // The browser reads the object URL after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  setTimeout(() => (link.href = href))
}

/** Whether any row between this heading and the next one is visible. */
function hasRows(heading: Element): boolean {
  for (let row = heading.nextElementSibling; row; row = row.nextElementSibling) {
    if (!row.matches('[data-step]')) return false
    if (!row.matches('[hidden]')) return true
  }
  return false
}

/** Show the count, unless all rows are visible, as at first. */
function announce(matrix: HTMLElement, shown: number, all: number) {
  const status = matrix.querySelector<HTMLElement>('.matrix__status')
  const forms = status?.dataset['shown']
  if (!status || !forms || (shown === all && !status.textContent)) return
  const text = pluralText(forms, shown)
  if (status.textContent !== text) status.textContent = text
}
