/** Filters go links as the reader types, and opens the best match. */
// Not used here: importing it keeps the plural forms in the chunk that pages with steps load.
import '#src/components/progress/progress.client.ts'
import { inForm, type Forms } from '#src/components/progress/plural.ts'
import { matchesWords, lookUp, lookUpAddress } from './lookup.ts'

const form = document.querySelector<HTMLFormElement>('.lookup')
const rows = [...document.querySelectorAll<HTMLTableRowElement>('.lookup__table tbody tr')]
/** Addresses under `/go/` by short names, and short names by the paths of their places. */
const [paths, places] = [new Map<string, string>(), new Map<string, string>()]
for (const row of rows) {
  const [link, ...others] = row.querySelectorAll('a')
  if (!link) continue
  const path = decodeURIComponent(link.pathname)
  const id = path.slice(path.indexOf('/go/') + 4, -1)
  paths.set(id, link.href)
  for (const { pathname, hash } of others) places.set(pathname + hash, id)
}

if (form) attach(form)

function attach(form: HTMLFormElement) {
  const field = form.querySelector('input')!
  const status = form.querySelector('[role=status]')!
  form.hidden = false
  field.addEventListener('input', () => {
    const place = lookUpAddress(field.value, places)
    const shown = showRows((row) =>
      place === undefined
        ? matchesWords(row.textContent, field.value)
        : row.querySelector('a')?.href === paths.get(place),
    )
    status.textContent = field.value.trim() ? saidIn(form.dataset['counted'] ?? '[]', shown) : ''
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const { id, near } = lookUp(field.value, [...paths.keys()])
    const shown = rows.filter(({ hidden }) => !hidden)
    const only = shown.length === 1 ? shown[0]?.querySelector('a')?.href : undefined
    const found = id ?? lookUpAddress(field.value, places)
    const address = found === undefined ? only : paths.get(found)
    if (address !== undefined) return location.assign(address)
    if (shown.length === 0 || rows.length === shown.length) askBack(form, field.value, near)
  })
  const asked = new URLSearchParams(location.search).get('id')
  if (!asked) return
  field.value = asked
  field.dispatchEvent(new Event('input'))
  form.requestSubmit()
}

/** Hide other rows and empty groups; returns the number of visible rows. */
function showRows(isShown: (row: HTMLElement) => boolean): number {
  for (const row of rows) row.hidden = !isShown(row)
  for (const group of document.querySelectorAll<HTMLElement>(
    '.lookup__docset, .lookup__docset tbody',
  )) {
    group.hidden = !group.querySelector('tbody tr:not([hidden])')
  }
  return rows.filter(({ hidden }) => !hidden).length
}

/** Say that there is no such name, and suggest the nearest one. */
function askBack(form: HTMLFormElement, typed: string, near: string | undefined) {
  const status = form.querySelector('[role=status]')!
  status.textContent = (form.dataset['unknown'] ?? '').replaceAll('{id}', typed)
  if (near === undefined) return
  const link = document.createElement('a')
  link.href = paths.get(near)!
  link.textContent = (form.dataset['near'] ?? '').replaceAll('{id}', near)
  status.append(' ', link)
}

/**
 * A text about a number in every language of the site at once.
 *
 * @param languages - JSON: a list of pairs, a language and its forms.
 */
function saidIn(languages: string, count: number): string {
  const all = JSON.parse(languages) as [string, Forms][]
  return [...new Set(all.map(([language, forms]) => inForm(forms, language, count)))].join(' · ')
}
