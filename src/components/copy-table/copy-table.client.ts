/** Gives each table that is there to be taken away a button that copies it, as text and as a table. */
import { tableText } from './copy-table.ts'

const words = document.querySelector<HTMLElement>('[data-copy-label]')?.dataset

for (const block of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const table = block.querySelector('table')
  if (table && words) attach(block, table, words)
}

function attach(block: HTMLElement, table: HTMLTableElement, words: DOMStringMap) {
  const line = document.createElement('p')
  line.className = 'copyable__line'
  const button = document.createElement('button')
  button.className = 'copyable__button'
  button.type = 'button'
  button.textContent = words['copyLabel'] ?? ''
  const status = document.createElement('span')
  status.setAttribute('role', 'status')
  line.append(button, ' ', status)
  line.lang = words['copyLang'] ?? ''
  block.append(line)
  button.addEventListener('click', () => {
    // Empty first: a status that says the same again is not heard.
    status.textContent = ''
    void copy(table).then(
      () => (status.textContent = words['copyDone'] ?? ''),
      () => (status.textContent = words['copyFailed'] ?? ''),
    )
  })
}

async function copy(table: HTMLTableElement) {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ''))
  const text = tableText(rows)
  if (!('ClipboardItem' in window)) return navigator.clipboard.writeText(text)
  const item = {
    'text/plain': blob(text, 'text/plain'),
    'text/html': blob(bare(table), 'text/html'),
  }
  return navigator.clipboard.write([new ClipboardItem(item)])
}

function blob(text: string, type: string) {
  return new Blob([text], { type })
}

/** The table without what only this page knows; its links keep leading here. */
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
