/** Adds a button to each table of a `:::copy` block; it copies the table as text and as HTML. */
import { copyBoth, tableText } from '#src/components/clipboard.client.ts'

const words = document.querySelector<HTMLElement>('[data-copy-label]')?.dataset

for (const block of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const table = block.querySelector('table')
  if (table && words) attach(block, table, words)
}

function attach(block: HTMLElement, table: HTMLTableElement, words: DOMStringMap) {
  const line = document.createElement('p')
  line.className = 'copyable__line'
  const button = document.createElement('button')
  button.className = 'button'
  button.type = 'button'
  button.textContent = words['copyLabel'] ?? ''
  const status = document.createElement('span')
  status.setAttribute('role', 'status')
  line.append(button, ' ', status)
  line.lang = words['copyLang'] ?? ''
  block.append(line)
  button.addEventListener('click', () => {
    // Emptied first: screen readers do not announce the same text twice.
    status.textContent = ''
    void copy(table).then(
      () => (status.textContent = words['copyDone'] ?? ''),
      () => (status.textContent = words['copyFailed'] ?? ''),
    )
  })
}

function copy(table: HTMLTableElement): Promise<void> {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ''))
  return copyBoth(tableText(rows), bare(table))
}

/** The HTML of a table, with absolute URLs and without attributes that only this page needs. */
function bare(table: HTMLTableElement): string {
  const copy = table.cloneNode(true) as HTMLTableElement
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    if (element instanceof HTMLAnchorElement) element.href = String(element.href)
    for (const name of element.getAttributeNames()) {
      if (!['href', 'colspan', 'rowspan', 'scope', 'lang'].includes(name)) {
        element.removeAttribute(name)
      }
    }
  }
  return copy.outerHTML
}
