/** Says on the home page how much of a guide is done and what comes next. Fetched only for readers who ticked steps. */
// Most pages have it already; naming it keeps what both use in one file.
import './progress.client.ts'
import type { ReaderSteps } from './reader-steps.ts'
import { doneOf, fetchSteps, leadTo, standingHere } from './reader-steps.client.ts'
import { changed } from './storage.client.ts'

for (const line of document.querySelectorAll<HTMLElement>('.continue')) void attach(line)

async function attach(line: HTMLElement) {
  const { docset = '', steps = '' } = line.dataset
  const file = await fetchSteps(steps, docset)
  if (!file) return
  tell(line, file, docset)
  document.addEventListener(changed, () => tell(line, file, docset))
}

function tell(line: HTMLElement, file: ReaderSteps, docset: string) {
  const { done, total, next } = standingHere(file, docset)
  line.hidden = done === 0
  const [count, words, link] = [...line.children] as [HTMLElement, HTMLElement, HTMLAnchorElement]
  count.textContent = doneOf(file, done, total)
  link.hidden = words.hidden = !next
  if (next) leadTo(link, next)
}
