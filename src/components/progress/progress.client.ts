/**
 * Adds a checkbox to every step of the page and counts the steps that are done. A step is an element with `data-step`
 * in one with `data-docset`. Counts are elements with `data-progress` (the steps of that phase) or
 * `data-progress-total`; they count the steps in their own `data-docset` element, and have their plural forms in
 * `data-forms`.
 */
import { fillIn, pluralText } from './plural.ts'
import { changed, readDone, writeDone } from './storage.client.ts'

interface Tick {
  docset: string
  /** The nearest element with `data-docset`. */
  root: HTMLElement
  phase: string | undefined
  id: string
  box: HTMLInputElement
}

const all = <Kind extends HTMLElement>(selector: string) =>
  document.querySelectorAll<Kind>(selector)

const template = all('[data-tick]')[0]?.dataset['tick'] ?? '{title}'
const ticks = [...all('[data-docset] [data-step]')].flatMap(tick)

function tick(step: HTMLElement): Tick[] {
  const root = step.closest<HTMLElement>('[data-docset]')
  const docset = root?.dataset['docset']
  // On its own page a step has its id as its anchor.
  const id = step.dataset['step'] || step.id
  if (!docset || !readDone(docset)) return []
  const title =
    step.querySelector('.step__title') ?? step.querySelector(step.id ? 'p:not(.step__who)' : 'a')
  // A row of a table holds cells only.
  const place = (step.matches('tr') && step.firstElementChild) || step
  const label = document.createElement('label')
  label.className = 'tick'
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.autocomplete = 'off'
  label.append(box)
  place.prepend(label)
  // No visible label: a screen reader would read the title of each step twice.
  box.ariaLabel = fillIn(template, { title: title?.textContent.trim().replace(/\.$/, '') ?? id })
  box.onchange = () => {
    // Read again: another tab may have ticked something since.
    const done = readDone(docset) ?? new Set()
    if (box.checked) done.add(id)
    else done.delete(id)
    writeDone(docset, done)
  }
  const phase = step.closest<HTMLElement>('[data-phase]')?.dataset['phase']
  return [{ docset, root, phase, id, box }]
}

/**
 * The number of steps, and of those done, that concern the reader in an element with `data-docset`, or in one phase
 * there.
 */
export function progressIn(root: Element | null, phase?: string) {
  const here = ticks.filter(
    (item) =>
      item.root === root && (!phase || item.phase === phase) && !item.box.closest('[data-out]'),
  )
  const ids = (some: Tick[]) => new Set(some.map(({ id }) => id)).size
  return { done: ids(here.filter(({ box }) => box.checked)), total: ids(here) }
}

function update() {
  for (const { docset, id, box } of ticks) box.checked = !!readDone(docset)?.has(id)
  for (const count of all('[data-forms]')) {
    const { progress, forms = '{}' } = count.dataset
    const numbers = progressIn(count.closest('[data-docset]'), progress)
    if (!numbers.total) continue
    count.textContent = pluralText(forms, numbers.done, numbers)
  }
}

update()
document.addEventListener(changed, update)

for (const toolbar of all('.progress')) toolbar.hidden = !ticks.length
