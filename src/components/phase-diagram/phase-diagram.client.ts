/** Makes tabs of the phases, filters the steps, and shows progress. */
import { changeSelection, onSelection, selection } from '#src/components/filter/filter.client.ts'
import type { Selection } from '#src/components/process/process.ts'
import { pluralText } from '#src/components/progress/plural.ts'
import { progressIn } from '#src/components/progress/progress.client.ts'
import { changed } from '#src/components/progress/storage.client.ts'
import { indexAfter } from './phase-diagram.ts'

for (const diagram of document.querySelectorAll<HTMLElement>('.phase-diagram')) attach(diagram)

function attach(diagram: HTMLElement) {
  const tabs = [...diagram.querySelectorAll<HTMLAnchorElement>('.phase-diagram__box')]
  const panels = [...diagram.querySelectorAll<HTMLElement>('.phase-diagram__panel')]
  diagram.querySelector('ol')!.role = 'tablist'
  makeTabs(tabs)
  makePanels(panels)

  const count = () => {
    for (const tab of tabs) {
      const { done, total } = progressIn(diagram, phaseOf(tab))
      // Without storage there is no progress to show.
      if (!total) continue
      const text = tab.querySelector('[data-progress]')?.textContent ?? ''
      tab.ariaLabel = tab.dataset['name']!.replace('{done}', () => text)
      tab.querySelector('rect')?.setAttribute('width', `${done}`)
    }
  }
  count()
  document.addEventListener(changed, count)

  onSelection((now) => {
    const chosen = tabs.find((tab) => phaseOf(tab) === now.phase) ?? tabs[0]
    const phase = phaseOf(chosen)
    for (const tab of tabs) {
      tab.ariaSelected = `${tab === chosen}`
      tab.tabIndex = tab === chosen ? 0 : -1
    }
    for (const panel of panels) {
      // “Find in page” opens a hidden panel with a match.
      panel.hidden = phaseOf(panel) !== phase && 'until-found'
    }
    showSelected(diagram, { ...now, phase })
  })

  // A link to a phase on this page, or one from another page without query.
  const followHash = () => {
    const tab = tabs.find(({ hash }) => hash === location.hash)
    if (!tab) return
    choose(tab)
    diagram.scrollIntoView()
  }
  addEventListener('hashchange', followHash)
  if (!selection().phase) followHash()
}

function makeTabs(tabs: readonly HTMLAnchorElement[]) {
  for (const tab of tabs) {
    tab.parentElement!.role = 'none'
    tab.role = 'tab'
    tab.setAttribute('aria-controls', tab.hash.slice(1))
    tab.onclick = (event) => {
      // With a modifier key, the browser opens a new tab or window.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      choose(tab)
      // On a phone the panel is below the screen: nothing would seem to happen.
      document.querySelector(tab.hash)!.firstElementChild!.scrollIntoView({ block: 'nearest' })
    }
    tab.onkeydown = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const isRightToLeft = tab.matches(':dir(rtl)')
      const next = tabs[indexAfter(event.key, tabs.indexOf(tab), tabs.length, isRightToLeft) ?? -1]
      if (!next) return
      event.preventDefault()
      choose(next)
      next.focus()
    }
  }
}

/** Replace the `<details>` of a panel, which has no role in tabs, by its content and its title. */
function makePanels(panels: readonly HTMLElement[]) {
  for (const panel of panels) {
    const details = panel.closest('details')!
    const title = details.querySelector('h3')!
    panel.prepend(title)
    panel.role = 'tabpanel'
    panel.ariaLabel = title.textContent
    panel.addEventListener('beforematch', () => choose(panel))
    details.replaceWith(panel)
  }
}

function choose(element: HTMLElement) {
  changeSelection({ phase: phaseOf(element) })
}

function phaseOf(element: Element | undefined) {
  return element?.closest<HTMLElement>('[data-phase]')?.dataset['phase']
}

function showSelected(diagram: HTMLElement, { phase, party, service }: Selection) {
  const steps = [...diagram.querySelectorAll<HTMLElement>('[data-step]:not([data-out])')]
  for (const step of steps) {
    const own = step.closest<HTMLElement>('[data-service]')?.dataset['service']
    const acts = !party || step.querySelector(`[data-party=${party}]`)
    step.hidden = !acts || (!!service && own !== service)
  }
  for (const group of diagram.querySelectorAll<HTMLElement>('.phase-diagram__group')) {
    group.hidden = !group.querySelector('[data-step]:not([hidden])')
  }
  const here = steps.filter((step) => phaseOf(step) === phase)
  const shown = here.filter(({ hidden }) => !hidden).length
  const text = pluralText(diagram.dataset['shown']!, shown, { shown, total: here.length })
  diagram.querySelector('.phase-diagram__status')!.textContent = party || service ? text : ''
}
