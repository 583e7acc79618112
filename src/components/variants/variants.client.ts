/**
 * Makes a drop-down of each group of variants, before the text of the page. A choice applies to the reader’s next
 * pages; in the address it is `?pivots=` and `?view=`.
 */
import {
  all,
  type VariantChoice,
  chosenFor,
  chosenIn,
  isShown,
  withChosen,
  type Zone,
} from './variants.ts'

interface Asked {
  kind: VariantChoice['kind']
  prompt: string
  lang?: string
  options: readonly { id: string; title: string }[]
}

const storageKey = 'passerelle-variants'
const template = document.querySelector<HTMLElement>('[data-variants]')!
const { variants: typed = '[]', all: allWords = '', lang: ownLang = '' } = template.dataset
const asked = JSON.parse(typed) as Asked[]
const choices = asked.map(({ kind, options }): VariantChoice => ({
  kind,
  ids: options.map(({ id }) => id),
}))
const zones = [...document.querySelectorAll<HTMLElement>('[data-pivot], [data-versions]')].map(
  (element) => ({ element, ...zoneOf(element) }),
)
const stored = storedIds()
let chosen = chosenFor(choices, {
  pivots: [...chosenIn(location.search, 'pivots'), ...stored],
  view: [...chosenIn(location.search, 'view'), ...stored],
})

const selects = asked.map(makeSelect)
const form = document.createElement('div')
form.className = 'variants'
form.append(...selects.map((select) => select.parentElement!))
document.querySelector('.reading__article .prose')!.before(form)
for (const { element, ...zone } of zones) {
  // Before “find in page” shows a match.
  element.addEventListener('beforematch', () => show(zone))
}
update()
reveal()
addEventListener('hashchange', reveal)

function zoneOf({ dataset }: HTMLElement): Zone {
  const { pivot, versions } = dataset
  if (pivot) return { kind: 'pivots', ids: pivot.split(' ') }
  return { kind: 'view', ids: JSON.parse(versions!) as string[] }
}

function makeSelect({ prompt, lang, options }: Asked, index: number): HTMLSelectElement {
  const label = document.createElement('label')
  label.className = 'variants__choice'
  const words = document.createElement('span')
  words.textContent = prompt
  if (lang) words.lang = lang
  const select = document.createElement('select')
  select.append(...options.map(({ id, title }) => new Option(title, id)))
  const every = new Option(allWords, all)
  every.lang = ownLang
  select.append(every)
  select.addEventListener('change', () => {
    chosen[index] = select.value
    update()
    remember()
  })
  label.append(words, select)
  return select
}

function update() {
  for (const [index, select] of selects.entries()) select.value = chosen[index]!
  for (const { element, ...zone } of zones) {
    const isVisible = isShown(zone, choices, chosen)
    // “Find in page” searches in it.
    if (isVisible) element.removeAttribute('hidden')
    else element.setAttribute('hidden', 'until-found')
    const isChosen =
      isVisible &&
      choices.some(
        (choice, index) => choice.kind === zone.kind && zone.ids.includes(chosen[index]!),
      )
    element.classList.toggle('zone--chosen', isChosen)
  }
}

/** Choose the option that shows a zone. */
function show({ kind, ids }: Zone) {
  chosen = choices.map((choice, index) =>
    choice.kind === kind
      ? (choice.ids.find((id) => ids.includes(id)) ?? chosen[index]!)
      : chosen[index]!,
  )
  update()
}

/** Show the zone that contains the target of the address. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const hidden = zones.filter(({ element }) => element.hidden && element.contains(target))
  if (!target || hidden.length === 0) return
  for (const zone of hidden) show(zone)
  target.scrollIntoView()
}

function remember() {
  const recent = [...new Set([...chosen, ...stored])].slice(0, 30)
  try {
    localStorage.setItem(storageKey, JSON.stringify(recent))
  } catch {
    // The choice is for this page, then.
  }
  const search = withChosen(location.search, choices, chosen)
  history.replaceState(history.state, '', location.pathname + search + location.hash)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages__link')) {
    link.search = withChosen(link.search, choices, chosen)
  }
}

function storedIds(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
