/**
 * Shows the definition of a term beside it on hover, focus or tap. Without script, or if the page of terms cannot be
 * fetched, a term is a link to that page. A note stays while the pointer is on it, and Escape closes it (WCAG 2.2,
 * 1.4.13).
 */
import styles from './term-notes.css?url'

/** Milliseconds for the pointer to move from the term to its note. */
const grace = 200

const terms = [...document.querySelectorAll<HTMLAnchorElement>('main a.term')]
const pages = new Map<string, Promise<Document | undefined>>()
let open: HTMLElement | undefined
let leaving = 0

const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles })
document.head.append(sheet)
for (const [index, term] of terms.entries()) void attach(term, `_term-${index}`)

async function attach(term: HTMLAnchorElement, id: string) {
  const address = term.href.replace(/#.*$/, '')
  const fetched = pages.get(address) ?? fetchPage(address)
  pages.set(address, fetched)
  term.addEventListener('click', (event) => {
    // The tap is handled here, not by the script that loaded this one.
    event.stopPropagation()
    if (!matchMedia('(hover: none)').matches) return
    event.preventDefault()
    void fetched.then(() => {
      const note = document.getElementById(id)?.parentElement
      if (note) show(term, note)
      else location.assign(term.href)
    })
  })
  const page = await fetched
  const note = page && noteOf(term, page, id)
  if (!note) return
  term.after(note)
  term.setAttribute('aria-describedby', id)
  for (const element of [term, note]) {
    element.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType !== 'touch') show(term, note)
    })
    element.addEventListener('pointerleave', ({ pointerType }) => {
      // Lifting a finger fires this event, too.
      if (pointerType === 'touch') return
      leaving = window.setTimeout(() => {
        if (document.activeElement !== term) hide()
      }, grace)
    })
    element.addEventListener('focusin', () => show(term, note))
    element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!note.contains(relatedTarget as Node | null)) hide()
    })
  }
  // The term whose hover or focus loaded this script.
  if (term.matches(':hover, :focus')) show(term, note)
}

async function fetchPage(address: string): Promise<Document | undefined> {
  try {
    const html = await (await fetch(address)).text()
    // eslint-disable-next-line no-restricted-syntax -- a page of this site, without untrusted content
    return new DOMParser().parseFromString(html, 'text/html')
  } catch {
    return undefined
  }
}

/** Add the definition; a `<span>`, because a term is in a paragraph. */
function noteOf(term: HTMLAnchorElement, page: Document, id: string): HTMLElement | undefined {
  const text = page.getElementById(decodeURIComponent(term.hash.slice(1)))?.nextElementSibling
  if (!text) return undefined
  const note = Object.assign(document.createElement('span'), { className: 'term-note' })
  note.popover = 'manual'
  const words = Object.assign(document.createElement('span'), { id })
  words.textContent = text.textContent.trim()
  const link = Object.assign(document.createElement('a'), { href: term.href })
  link.textContent = page.querySelector('h1')?.textContent ?? ''
  link.lang = page.body.lang || page.documentElement.lang
  note.append(words, ' ', link)
  return note
}

function show(term: HTMLElement, note: HTMLElement) {
  clearTimeout(leaving)
  if (open === note) return
  hide()
  open = note
  note.showPopover()
  const [line] = term.getClientRects()
  const place = line ?? term.getBoundingClientRect()
  const { width, height } = note.getBoundingClientRect()
  const room = document.documentElement.clientWidth - width - 8
  const isRtl = getComputedStyle(term).direction === 'rtl'
  const start = isRtl ? place.right - width : place.left
  const isBelow = place.bottom + height < innerHeight
  note.style.left = `${Math.max(8, Math.min(start, room)) + scrollX}px`
  note.style.top = `${(isBelow ? place.bottom : place.top - height) + scrollY}px`
}

function hide() {
  open?.hidePopover()
  open = undefined
}

addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide()
})
// A tap beside it closes a note.
addEventListener('pointerdown', ({ target }) => {
  if (open && target instanceof Node && !open.contains(target)) hide()
})
