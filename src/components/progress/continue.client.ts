/** Shows the reader’s progress in a guide and the next step on the home page. Loaded only for readers who ticked steps. */
// Most pages load it anyway; importing it keeps shared code in its chunk.
import './progress.client.ts'
import type { ReaderSteps } from './reader-steps.ts'
import { doneText, fetchSteps, linkToStep, currentProgress } from './reader-steps.client.ts'
import { changed } from './storage.client.ts'

for (const line of document.querySelectorAll<HTMLElement>('.continue')) void attach(line)

async function attach(line: HTMLElement) {
  const { docset = '', steps = '' } = line.dataset
  const file = await fetchSteps(steps, docset)
  if (!file) return
  update(line, file, docset)
  document.addEventListener(changed, () => update(line, file, docset))
}

function update(line: HTMLElement, file: ReaderSteps, docset: string) {
  const { done, total, next } = currentProgress(file, docset)
  line.hidden = done === 0
  const [count, label, link] = [...line.children] as [HTMLElement, HTMLElement, HTMLAnchorElement]
  count.textContent = doneText(file, done, total)
  link.hidden = label.hidden = !next
  if (next) linkToStep(link, next)
}
