/**
 * Hides the steps of a page that do not concern the reader’s services, and updates the counts. Loaded only for readers
 * who chose services.
 */
// The page has loaded it already: importing it keeps both in one file.
import '#src/components/progress/progress.client.ts'
import { inForm, pageLanguage } from '#src/components/progress/plural.ts'
import { changed } from '#src/components/progress/storage.client.ts'
import { fetchScopeFile, keepScope, keptScope, showInAddress } from './kept-scope.client.ts'
import styles from './notice.css?url'
import type { ScopeFile } from './scope-file.ts'
import { isInScope, readScope, scopeSearch, type Scope } from './scope.ts'

/** The lists of a docset on the page. */
interface Lists extends ScopeFile {
  root: HTMLElement
  /** Where the browser keeps the choice. */
  key: string
  notice: HTMLElement
  /** The link to the page where services are chosen. */
  link: HTMLAnchorElement
}

const all = <Kind extends HTMLElement>(root: ParentNode, selector: string) => [
  ...root.querySelectorAll<Kind>(selector),
]

const sheet = document.createElement('link')
sheet.rel = 'stylesheet'
sheet.href = styles
document.head.append(sheet)

for (const template of all<HTMLTemplateElement>(document, '.my-services-link + template')) {
  void listsOf(template).then((lists) => {
    if (!lists) return
    update(lists)
    for (const event of ['storage', 'pageshow']) addEventListener(event, () => update(lists))
  })
}

/** Undefined, so that all steps are shown, if their file cannot be fetched. */
async function listsOf(template: HTMLTemplateElement): Promise<Lists | undefined> {
  const link = template.previousElementSibling as HTMLAnchorElement
  const file = await fetchScopeFile(link.pathname)
  if (!file) return undefined
  const notice = document.createElement('p')
  notice.className = 'my-services-notice'
  notice.role = 'status'
  const place = template.closest('.filter, .checklist__services') ?? template
  place.after(notice)
  const root = template.closest<HTMLElement>('[data-docset]')!
  return { ...file, root, key: template.dataset['kept'] ?? '', notice, link }
}

function update(lists: Lists) {
  // A shared address takes precedence here, and does not change what is stored.
  const given = readScope(location.search)
  const kept = keptScope(lists.key)
  const scope = given ?? kept
  const isGiven = given !== undefined && scopeSearch('', given) !== scopeSearch('', kept)
  markSteps(lists, scope)
  hideEmptyGroups(lists)
  countPhases(lists)
  fillNotice(lists, scope, isGiven)
  lists.link.search = isGiven ? scopeSearch('', given) : ''
  if (scope) showInAddress(scope)
  document.dispatchEvent(new Event(changed))
  // Lists with a filter update as when the filter changes.
  document.querySelector('.filter select')?.dispatchEvent(new Event('change'))
}

function markSteps({ root, names, steps }: Lists, scope: Scope | undefined) {
  for (const step of all(root, '[data-step]')) {
    const isOut = scope !== undefined && !isInScope(scope, names, steps[idOf(step)] ?? {})
    step.toggleAttribute('data-out', isOut)
    step.hidden = isOut
  }
}

/** Update a checklist; lists with a filter do it themselves. */
function hideEmptyGroups({ root }: Lists) {
  for (const group of all(root, '.checklist, .checklist__group')) {
    group.hidden = !group.querySelector('[data-step]:not([hidden])')
  }
}

/** Update the numbers of steps in the boxes of a diagram. */
function countPhases({ root, texts }: Lists) {
  for (const box of all<HTMLAnchorElement>(root, '.phase-diagram__box')) {
    const panel = document.getElementById(box.hash.slice(1))
    const line = box.querySelector('.phase-diagram__count')?.firstChild
    if (!panel || !line?.textContent) continue
    const count = all(panel, '[data-step]:not([data-out])').length
    const before = line.textContent.trim()
    const now = inForm(texts.steps, pageLanguage(), count)
    line.textContent = `${now} `
    box.dataset['name'] = box.dataset['name']!.replace(before, now)
    box.ariaLabel = box.ariaLabel!.replace(before, now)
    box.querySelector('svg')?.setAttribute('viewBox', `0 0 ${Math.max(count, 1)} 1`)
  }
}

/** Show how many of the steps concern the reader, with the link to change it. */
function fillNotice(lists: Lists, scope: Scope | undefined, isGiven: boolean) {
  const { root, key, notice, link, texts } = lists
  notice.hidden = !scope
  if (!scope) return
  const ids = (selector: string) => new Set(all(root, selector).map(idOf)).size
  const shown = ids('[data-step]:not([data-out])')
  const values = { shown, total: ids('[data-step]') }
  const count = inForm(texts.count, pageLanguage(), shown, values)
  const change = document.createElement('a')
  change.href = link.pathname + (isGiven ? scopeSearch('', scope) : '')
  change.textContent = texts.change
  const showAll = button(lists, texts.all, () => {
    keepScope(key, undefined)
    showInAddress(undefined)
  })
  const keep = button(lists, texts.keep, () => keepScope(key, scope))
  notice.replaceChildren(
    isGiven ? `${texts.given} ${count} ` : `${count} `,
    change,
    ...(isGiven ? [keep, showAll] : [showAll]),
  )
}

function button(lists: Lists, text: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'button'
  element.textContent = text
  element.onclick = () => {
    press()
    update(lists)
  }
  return element
}

function idOf({ dataset }: HTMLElement): string {
  return dataset['step'] ?? ''
}
