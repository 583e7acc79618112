/**
 * Marks what changed since the reader’s last visit: pages in the table of contents, sections of this page, and entries
 * of the page of changes. Loaded there, and on other pages for readers who have opened one before.
 */
import type { ChangesFile } from './changes-file.ts'
import styles from './since.css?url'
import { type Visit, visitKey, visitNow } from './visit.ts'

// Not imported: as a shared module it would be a chunk that every page loads.
const pageLanguage = document.body.lang || document.documentElement.lang

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
  markSections(
    fresh.filter((change) => change.address === location.pathname).flatMap(({ ids }) => ids),
    file,
  )
  for (const line of document.querySelectorAll<HTMLElement>('.changes__item')) {
    if (visit && (line.dataset['time'] ?? '') > visit.since) line.append(markOf(file.texts.since))
  }
}

/** Undefined if storage is not available. */
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
    Object.assign(mark, { className: 'since', textContent: texts.mark, lang: pageLanguage })
    link.append(' ', mark)
  }
}

/** Insert the mark after a heading and its link, not in it: the heading’s text is copied with its link. */
function markSections(ids: readonly string[], { texts }: ChangesFile) {
  for (const id of ids) {
    const section = document.getElementById(id)
    if (section?.matches('li')) section.append(markOf(texts.since))
    else if (section?.matches('h2, h3, h4, h5, h6'))
      (section.closest('.heading') ?? section).after(markOf(texts.since))
  }
}

function markOf(text: string): HTMLElement {
  const mark = document.createElement('p')
  return Object.assign(mark, { className: 'since', textContent: text, lang: pageLanguage })
}
