/**
 * Shows the reader’s progress beside the pages in the table of contents and at the phases, and the next step. Loaded
 * only for readers who ticked steps.
 */
// Most pages load it anyway; importing it keeps shared code in its chunk.
import './progress.client.ts'
import styles from './progress-here.css?url'
import type { ReaderSteps } from './reader-steps.ts'
import { doneText, fetchSteps, linkToStep, currentProgress } from './reader-steps.client.ts'
import { changed, readDone } from './storage.client.ts'
import { pageLanguage } from './plural.ts'

type Step = ReaderSteps['steps'][number]

for (const { dataset } of document.querySelectorAll<HTMLElement>('template[data-steps]')) {
  void attach(dataset['docset'] ?? '', dataset['steps'] ?? '')
}

async function attach(docset: string, address: string) {
  const file = await fetchSteps(address, docset)
  if (!file) return
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles })
  document.head.append(sheet)
  const line = nextLine(file)
  const update = () => {
    const done = readDone(docset) ?? new Set<string>()
    showNext(line, file, docset)
    showPages(file, done)
    showPhases(file, done)
  }
  update()
  document.addEventListener(changed, update)
}

/** Adds a line under the title of the table of contents. */
function nextLine({ texts }: ReaderSteps): HTMLElement {
  const line = interfaceElement('p', 'sidebar__progress')
  line.append(
    document.createElement('strong'),
    ' ',
    interfaceElement('span', '', texts.next),
    ' ',
    document.createElement('a'),
  )
  document.querySelector('.reading__sidebar .sidebar__title')?.after(line)
  return line
}

function showNext(line: HTMLElement, file: ReaderSteps, docset: string) {
  const { done, total, next } = currentProgress(file, docset)
  const [count, label, link] = [...line.children] as [HTMLElement, HTMLElement, HTMLAnchorElement]
  count.textContent = doneText(file, done, total)
  link.hidden = label.hidden = !next
  if (next) linkToStep(link, next)
}

/** An entry counts the steps of its page and of the pages under it. */
function showPages(file: ReaderSteps, done: ReadonlySet<string>) {
  const byPage = Map.groupBy(file.steps, ({ address }) => address.split('#')[0] ?? '')
  for (const item of document.querySelectorAll('.reading__sidebar .sidebar li')) {
    const link = item.querySelector<HTMLAnchorElement>(':scope > a')
    if (!link) continue
    const pages = new Set([...item.querySelectorAll('a')].map(({ pathname }) => pathname))
    showCount(
      link,
      'sidebar__done',
      file,
      [...pages].flatMap((page) => byPage.get(page) ?? []),
      done,
    )
  }
}

function showPhases(file: ReaderSteps, done: ReadonlySet<string>) {
  const stops = document.querySelectorAll('.current-phase li')
  for (const [index, { id }] of file.phases.entries()) {
    const steps = file.steps.filter(({ phase }) => phase === id)
    const phase = stops[index]?.firstElementChild
    if (phase) showCount(phase, 'current-phase__done', file, steps, done)
  }
}

/** Adds “3/9” to an element, which screen readers read as “3 of 9 steps done”; nothing if there is no step. */
function showCount(
  parent: Element,
  className: string,
  file: ReaderSteps,
  steps: readonly Step[],
  done: ReadonlySet<string>,
) {
  if (!steps.length) return
  const count = steps.filter(({ id }) => done.has(id)).length
  const old = parent.querySelector(`.${className}`)
  const mark = old ?? interfaceElement('small', className)
  const short = interfaceElement('span', '', `${count}/${steps.length}`)
  short.ariaHidden = 'true'
  mark.replaceChildren(
    short,
    interfaceElement('span', 'unseen', ` ${doneText(file, count, steps.length)}`),
  )
  mark.toggleAttribute('data-all', count === steps.length)
  if (!old) parent.append(' ', mark)
}

/** An element with a text of the interface, and its language if it is not that of the page. */
function interfaceElement(tag: 'p' | 'span' | 'small', className = '', text = ''): HTMLElement {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (text) element.textContent = text
  if (pageLanguage() !== document.documentElement.lang) element.lang = pageLanguage()
  return element
}
