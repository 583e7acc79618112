/**
 * Says how far the reader is where they are: beside the pages in the table of contents, at the phase of the page, and
 * what comes next. Fetched only for readers who ticked steps.
 */
// Most pages have it already; naming it keeps what both use in one file.
import './progress.client.ts'
import styles from './progress-here.css?url'
import type { ReaderSteps } from './reader-steps.ts'
import { doneOf, fetchSteps, leadTo, standingHere } from './reader-steps.client.ts'
import { changed, readDone } from './storage.client.ts'
import { languageHere } from './plural.ts'

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
    tellNext(line, file, docset)
    tellPages(file, done)
    tellPhases(file, done)
  }
  update()
  document.addEventListener(changed, update)
}

/** Under the title of the table of contents. */
function nextLine({ texts }: ReaderSteps): HTMLElement {
  const line = inWordsHere('p', 'sidebar__progress')
  line.append(
    document.createElement('strong'),
    ' ',
    inWordsHere('span', '', texts.next),
    ' ',
    document.createElement('a'),
  )
  document.querySelector('.reading__sidebar .sidebar__title')?.after(line)
  return line
}

function tellNext(line: HTMLElement, file: ReaderSteps, docset: string) {
  const { done, total, next } = standingHere(file, docset)
  const [count, words, link] = [...line.children] as [HTMLElement, HTMLElement, HTMLAnchorElement]
  count.textContent = doneOf(file, done, total)
  link.hidden = words.hidden = !next
  if (next) leadTo(link, next)
}

/** An entry counts the steps of its page and of the pages under it. */
function tellPages(file: ReaderSteps, done: ReadonlySet<string>) {
  const byPage = Map.groupBy(file.steps, ({ address }) => address.split('#')[0] ?? '')
  for (const item of document.querySelectorAll('.reading__sidebar .sidebar li')) {
    const link = item.querySelector<HTMLAnchorElement>(':scope > a')
    if (!link) continue
    const pages = new Set([...item.querySelectorAll('a')].map(({ pathname }) => pathname))
    tell(
      link,
      'sidebar__done',
      file,
      [...pages].flatMap((page) => byPage.get(page) ?? []),
      done,
    )
  }
}

function tellPhases(file: ReaderSteps, done: ReadonlySet<string>) {
  const stops = document.querySelectorAll('.current-phase li')
  for (const [index, { id }] of file.phases.entries()) {
    const steps = file.steps.filter(({ phase }) => phase === id)
    const place = stops[index]?.firstElementChild
    if (place) tell(place, 'current-phase__done', file, steps, done)
  }
}

/** Put “3/9” at the end of an element, which is read as “3 of 9 steps done”; nothing where there is no step. */
function tell(
  place: Element,
  name: string,
  file: ReaderSteps,
  steps: readonly Step[],
  done: ReadonlySet<string>,
) {
  if (!steps.length) return
  const count = steps.filter(({ id }) => done.has(id)).length
  const old = place.querySelector(`.${name}`)
  const mark = old ?? inWordsHere('small', name)
  const short = inWordsHere('span', '', `${count}/${steps.length}`)
  short.ariaHidden = 'true'
  mark.replaceChildren(
    short,
    inWordsHere('span', 'unseen', ` ${doneOf(file, count, steps.length)}`),
  )
  mark.toggleAttribute('data-all', count === steps.length)
  if (!old) place.append(' ', mark)
}

/** An element that says the language of the interface. */
function inWordsHere(tag: 'p' | 'span' | 'small', className = '', text = ''): HTMLElement {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (text) element.textContent = text
  if (languageHere() !== document.documentElement.lang) element.lang = languageHere()
  return element
}
