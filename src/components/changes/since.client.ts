/**
 * Marks what has changed since the reader’s last visit: pages in the table of contents, places of the page, and lines
 * of the page of changes. Fetched on that page, and on pages of the docset for readers who were there or ticked a step.
 */
import type { ChangesFile } from './changes-file.ts'
import styles from './since.css?url'
import { type Visit, visitKey, visitNow } from './visit.ts'

// Not from a module that the scripts of every page have: it would become a file of its own for all of them.
const spoken = document.body.lang || document.documentElement.lang

for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-changes]')) {
  void attach(dataset['docset'] ?? '', dataset['changes'] ?? '')
}

async function attach(docset: string, address: string) {
  const answer = await fetch(address).catch(() => undefined)
  if (!answer?.ok) return
  const file = (await answer.json()) as ChangesFile
  const visit = keepVisit(docset, file)
  const fresh = file.changes.filter(({ time }) => visit && time > visit.since)
  if (!fresh.length) return
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles })
  document.head.append(sheet)
  markPages(new Set(fresh.map((change) => change.address)), file)
  markPlaces(
    fresh.filter((change) => change.address === location.pathname).flatMap(({ ids }) => ids),
    file,
  )
  for (const line of document.querySelectorAll<HTMLElement>('.changes__item')) {
    if (visit && (line.dataset['time'] ?? '') > visit.since) line.append(markOf(file.texts.since))
  }
}

/** Undefined where the browser keeps nothing. */
function keepVisit(docset: string, { changes }: ChangesFile): Visit | undefined {
  const key = visitKey(docset)
  try {
    const visit = visitNow(localStorage.getItem(key), changes[0]?.time ?? '', Date.now())
    localStorage.setItem(key, JSON.stringify(visit))
    return visit
  } catch {
    return undefined
  }
}

function markPages(addresses: ReadonlySet<string>, { texts }: ChangesFile) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.sidebar li > a')) {
    if (!addresses.has(link.pathname)) continue
    const mark = document.createElement('small')
    Object.assign(mark, { className: 'since', textContent: texts.mark, lang: spoken })
    link.append(' ', mark)
  }
}

/** Outside of headings: what a heading says is copied with links to it. */
function markPlaces(ids: readonly string[], { texts }: ChangesFile) {
  for (const id of ids) {
    const place = document.getElementById(id)
    if (place?.matches('li')) place.append(markOf(texts.since))
    else if (place?.matches('h2, h3, h4, h5, h6')) place.after(markOf(texts.since))
  }
}

function markOf(text: string): HTMLElement {
  const mark = document.createElement('p')
  return Object.assign(mark, { className: 'since', textContent: text, lang: spoken })
}
