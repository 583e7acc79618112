/**
 * Copies the link to a heading, step or page. Fetched when the reader first hovers or focuses such a link. A click
 * copies the go link, which is the same in all languages; a panel confirms it and offers the others.
 */
import { copyBoth } from '#src/components/clipboard.client.ts'
import { type Reported, reportAddress } from '#src/components/feedback/addresses.ts'
import { escapeMarkup } from '#src/components/markup.ts'
import { supportCard, textAfterTitle } from '#src/components/support-card/support-card.ts'
import { type CopyTarget, type CopyLinkLabels, addressesOf, citationOf } from './copy-link.ts'
import styles from './copy-link.css?url'

const locale = document.documentElement.lang.toLowerCase()
const { of = '' } = document.querySelector<HTMLElement>('[data-copy-link]')!.dataset
const pageAddress = new URL(of, location.href).href
const { pathname } = location
const folder = pathname.slice(0, pathname.indexOf(`/${locale}/`) + locale.length + 2)
const words: Promise<CopyLinkLabels> = fetch(`${folder}link.json`).then(
  (answer) => answer.json() as Promise<CopyLinkLabels>,
)
const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles })
/** Position the panel once it is open, and so has a size. */
const styled = new Promise((resolve) => {
  sheet.onload = resolve
  sheet.onerror = resolve
})
document.head.append(sheet)

const panel = document.createElement('div')
panel.className = 'copy-link'
panel.popover = 'auto'
panel.role = 'dialog'
panel.lang = document.body.lang || document.documentElement.lang
document.body.append(panel)

// Runs before `place.client.ts`, which waits for this script.
addEventListener('click', press, { capture: true })

function press(event: MouseEvent) {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.anchor')
  if (!link) return
  event.stopPropagation()
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  void open(link)
}

async function open(link: HTMLAnchorElement) {
  const target = copyTargetOf(link)
  const addresses = addressesOf(target, pageAddress, locale)
  const kinds = new Map<string, Copy>([
    ['goLink', linkCopy(addresses.goLink, addresses.goLink, target.title)],
    ['here', linkCopy(addresses.here, addresses.here, target.title)],
  ])
  // Copy first: browsers allow it only right after the click, and loading the panel’s strings may take longer.
  const first = copy('goLink')
  const texts = await words.catch((): CopyLinkLabels => ({}))
  await styled
  const citation = citationOf(target, texts)
  const { goLink } = addresses
  kinds.set('citation', linkCopy(`${citation} ${goLink}`, goLink, citation))
  for (const [kind, made] of moreCopies(link, target, goLink, texts)) kinds.set(kind, made)
  const buttons = [...kinds.keys()].map((kind) => {
    const button = document.createElement('button')
    button.className = 'button'
    button.textContent = texts[`link.${kind}`] ?? kind
    button.onclick = () => void announce(copy(kind), kind)
    return button
  })
  const address = addressField(texts)
  const status = document.createElement('p')
  status.role = 'status'
  panel.ariaLabel = (texts['link.panel'] ?? '').replace('{title}', target.title)
  const about = {
    address: addresses.here,
    id: addresses.id,
    language: document.documentElement.lang,
    title: citation,
  }
  panel.replaceChildren(status, address, ...buttons, ...reportLinks(texts, about))
  panel.showPopover()
  place(link)
  buttons[0]?.focus({ preventScroll: true })
  await announce(first, 'goLink')

  async function copy(kind: string): Promise<void> {
    const { text, html } = kinds.get(kind)!
    return html === undefined
      ? navigator.clipboard.writeText(await text())
      : copyBoth(await text(), html)
  }

  /** Emptied first: screen readers do not announce the same text twice. */
  async function announce(copied: Promise<void>, kind: string) {
    status.textContent = ''
    address.value = await Promise.resolve(kinds.get(kind)!.text()).catch(() => '')
    const key = await copied.then(
      () => 'link.copied',
      () => 'link.failed',
    )
    setTimeout(() => (status.textContent = texts[key] ?? ''), 50)
    if (key === 'link.failed') address.focus()
  }
}

/** What a button copies; without HTML only the text. */
interface Copy {
  text: () => string | Promise<string>
  html?: string
}

function linkCopy(text: string, address: string, title: string): Copy {
  const html = `<a href="${escapeMarkup(address)}">${escapeMarkup(title)}</a>`
  return { text: () => text, html }
}

/** Further things to copy: cards of a step for tickets and chats, the Markdown of a page. */
function moreCopies(
  link: HTMLAnchorElement,
  target: CopyTarget,
  address: string,
  texts: CopyLinkLabels,
): [string, Copy][] {
  if (target.kind === 'page')
    return [
      ['markdown', { text: () => fetch(`${pageAddress.split('#')[0]}index.md`).then(textOf) }],
    ]
  if (target.kind === 'heading') return []
  const { plain, html, adaptive } = supportCard(cardStep(link, target, address), texts)
  return [
    ['card', { text: () => plain, html }],
    ['card.teams', { text: () => JSON.stringify(adaptive, undefined, 2) }],
  ]
}

function textOf(answer: Response): Promise<string> {
  if (!answer.ok) throw new Error(answer.statusText)
  return answer.text()
}

function cardStep(link: HTMLAnchorElement, target: CopyTarget, address: string) {
  const owner = ownerOf(link)
  const result = owner.querySelector('.step__result')
  const parts = [...owner.children].filter(
    (part) => part !== result && !part.matches('.anchor, .alias, .tick, .step__who, .change'),
  )
  return {
    language: owner.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang,
    page: target.page,
    number: target.number ?? 1,
    title: target.title,
    text: textAfterTitle(target.title, parts.map(wordsIn).join(' ')),
    result: result ? wordsIn(result.querySelector('.step__label + *') ?? result) : undefined,
    parties: target.parties ?? [],
    address,
  }
}

function addressField(texts: CopyLinkLabels): HTMLInputElement {
  const field = document.createElement('input')
  field.readOnly = true
  // A URL is left to right, a title has the direction of its language.
  field.dir = 'auto'
  field.ariaLabel = texts['link.address'] ?? ''
  field.onfocus = () => field.select()
  return field
}

/** The link to report a problem, if the site has one. */
function reportLinks(texts: CopyLinkLabels, about: Reported): HTMLAnchorElement[] {
  const { report } = texts
  if (report === undefined) return []
  const link = document.createElement('a')
  link.href = reportAddress(report, about)
  link.textContent = texts['link.report'] ?? ''
  return [link]
}

/** Place the panel below the link, else above it, inside the window. It scrolls with the page. */
function place(link: HTMLElement) {
  const { top, bottom, left, right } = link.getBoundingClientRect()
  const start = panel.matches(':dir(rtl)') ? right - panel.offsetWidth : left
  const room = document.documentElement.clientWidth - panel.offsetWidth - 8
  const isUnder = bottom + panel.offsetHeight + 8 < innerHeight
  panel.style.top = `${scrollY + (isUnder ? bottom + 4 : top - panel.offsetHeight - 4)}px`
  panel.style.left = `${Math.max(8, Math.min(start, room)) + scrollX}px`
}

function copyTargetOf(link: HTMLAnchorElement): CopyTarget {
  const owner = ownerOf(link)
  const { id } = owner
  const page = wordsIn(document.querySelector('h1'))
  if (owner.matches('h1')) return { kind: 'page', id, page, title: page }
  if (!owner.matches('.step')) return { kind: 'heading', id, page, title: wordsIn(owner) }
  const steps = [...owner.parentElement!.children].filter((child) => child.matches('.step'))
  const start = (owner.parentElement as HTMLOListElement).start || 1
  const own = owner.querySelector('.bilingual__own') ?? owner
  const title = own.querySelector('.step__title') ?? owner.querySelector('p:not(.step__who)')
  return {
    kind: 'step',
    id,
    page,
    title: wordsIn(title).replace(/[\s.:;,]+$/u, ''),
    number: start + steps.indexOf(owner),
    parties: partiesOf(owner).map(wordsIn),
  }
}

/** The heading, step or row that a link leads to. */
function ownerOf(link: HTMLAnchorElement): HTMLElement {
  const owner = link.matches('.heading > *') ? link.previousElementSibling : link.closest('[id]')
  return owner as HTMLElement
}

/** The parties of a step, else those of its procedure. */
function partiesOf(step: HTMLElement): Element[] {
  const own = [...step.querySelectorAll(':scope > .step__who .party')]
  const all = step.closest('.procedure')
  return own.length || !all ? own : [...all.querySelectorAll(':scope > .procedure__who .party')]
}

/** The text of an element in the language of the page, without the original and without notes about its translation. */
function wordsIn(element: Element | null): string {
  const own = element?.querySelector('.bilingual__own') ?? element
  const copy = own?.cloneNode(true) as Element | undefined
  copy?.querySelectorAll('.untranslated, .anchor').forEach((mark) => mark.remove())
  return copy?.textContent.replaceAll(/\s+/g, ' ').trim() ?? ''
}
