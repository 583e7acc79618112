/**
 * Makes a list of tabs of each `.tabs`, by the pattern of the ARIA Authoring Practices Guide
 * (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/): arrow keys, Home and End choose.
 *
 * A choice applies to all groups of the page, and to the reader’s next pages; in the address it is `?tabs=`.
 */
import { type TabChoice, choose, chosenTabs, withTabs } from './tabs.ts'

/** A tab of the page. */
interface Tab extends TabChoice {
  button: HTMLButtonElement
  panel: HTMLElement
}

const storageKey = 'passerelle-tabs'
const label = document.querySelector<HTMLElement>('[data-tabs-label]')?.dataset['tabsLabel'] ?? ''
const groups = [...document.querySelectorAll<HTMLElement>('.tabs')].map(makeList)
/** Ids of chosen tabs, the latest first. */
let chosen = [...chosenTabs(location.search), ...stored()]

update()
reveal()
addEventListener('hashchange', reveal)

function makeList(group: HTMLElement): Tab[] {
  const list = document.createElement('div')
  list.className = 'tabs__list'
  list.setAttribute('role', 'tablist')
  list.setAttribute('aria-label', label)
  const tabs = [...group.children].map((panel) => makeTab(panel as HTMLElement))
  list.append(...tabs.map(({ button }) => button))
  list.addEventListener('keydown', (event) => moveFocus(event, list))
  group.prepend(list)
  group.classList.add('tabs--list')
  return tabs
}

function makeTab(panel: HTMLElement): Tab {
  const { tab = '', condition } = panel.dataset
  const button = document.createElement('button')
  button.className = 'tabs__tab'
  button.type = 'button'
  button.id = `_${panel.id}`
  button.setAttribute('role', 'tab')
  button.setAttribute('aria-controls', panel.id)
  for (const node of panel.firstElementChild!.childNodes) button.append(node.cloneNode(true))
  for (const anchor of button.querySelectorAll('a')) anchor.replaceWith(...anchor.childNodes)
  button.lang = panel.firstElementChild!.getAttribute('lang') ?? ''
  if (!button.lang) button.removeAttribute('lang')
  panel.setAttribute('role', 'tabpanel')
  panel.setAttribute('aria-labelledby', button.id)
  const result = { button, panel, ids: tab.split('+'), condition }
  button.addEventListener('click', () => choosePressed(result))
  // Before “find in page” shows a match.
  panel.addEventListener('beforematch', () => prefer(result))
  return result
}

/** Scroll so that the clicked tab stays under the pointer when content above it changes its height. */
function choosePressed(tab: Tab) {
  const { top } = tab.button.getBoundingClientRect()
  prefer(tab)
  scrollBy({ top: tab.button.getBoundingClientRect().top - top, behavior: 'instant' })
  try {
    localStorage.setItem(storageKey, chosen.slice(0, 30).join(','))
  } catch {
    // The choice is for this page, then.
  }
  const active = groups.flatMap((tabs) => tabs.filter(isActive)).flatMap(({ ids }) => ids[0]!)
  const search = withTabs(location.search, active)
  history.replaceState(history.state, '', location.pathname + search + location.hash)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages__link')) {
    link.search = withTabs(link.search, active)
  }
}

function prefer({ ids, condition }: Tab) {
  chosen = [...new Set([...ids, ...(condition ? [condition] : []), ...chosen])]
  update()
}

function update() {
  for (const [index, { shown, active }] of choose(groups, chosen).entries()) {
    for (const tab of groups[index]!) {
      const isChosen = tab === active
      tab.button.hidden = !shown.includes(tab)
      tab.button.setAttribute('aria-selected', String(isChosen))
      tab.button.tabIndex = isChosen ? 0 : -1
      if (isChosen) {
        tab.panel.removeAttribute('hidden')
        tab.panel.tabIndex = 0
      } else {
        // “Find in page” searches in it.
        tab.panel.setAttribute('hidden', 'until-found')
        tab.panel.removeAttribute('tabindex')
      }
    }
  }
}

function isActive({ panel }: Tab): boolean {
  return !panel.hasAttribute('hidden')
}

function moveFocus(event: KeyboardEvent, list: HTMLElement) {
  const buttons = [...list.querySelectorAll<HTMLElement>('[role=tab]:not([hidden])')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const onward = getComputedStyle(list).direction === 'rtl' ? -1 : 1
  const steps: Record<string, number> = {
    ArrowRight: at + onward,
    ArrowLeft: at - onward,
    Home: 0,
    End: -1,
  }
  const to = steps[event.key]
  const next = to === undefined ? undefined : buttons.at(to % buttons.length)
  if (!next || event.ctrlKey || event.altKey || event.metaKey) return
  event.preventDefault()
  next.focus()
  next.click()
}

/** Open the panel that contains the target of the address. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const holder = target?.closest<HTMLElement>(
    '.tabs__panel[hidden], .tabs__panel:has(> .tabs__title)',
  )
  if (!target || !holder) return
  for (
    let panel: HTMLElement | null | undefined = holder;
    panel;
    panel = panel.parentElement?.closest<HTMLElement>('.tabs__panel')
  ) {
    const tab = groups.flat().find((item) => item.panel === panel)
    if (tab && !isActive(tab)) prefer(tab)
  }
  // The heading and the panel of a tab scroll to its button.
  const isTitle = target === holder || target.closest('.tabs__title')
  ;(isTitle ? holder.parentElement! : target).scrollIntoView()
}

function stored(): string[] {
  try {
    return localStorage.getItem(storageKey)?.split(',') ?? []
  } catch {
    return []
  }
}
