/**
 * In the browser: take over what has changed without losing the place.
 *
 * The page as it came is kept, beside the one that the reader sees. Only what differs between that and the page as it
 * is now is changed: what scripts have added, focus and scroll stay.
 */
const overlayId = '_dev-problems'
const focusKey = '_dev-focus'
const changedByScript = new Error('A script has changed what is to be replaced')

/** Nodes that the reader sees, by those of the page as it came. */
const seenBy = new WeakMap()
const came = copyOf(document.body)
const looks = looksOf(document)
let version = new URL(import.meta.url).search.slice(1)
let isBusy = false
let wanted = version

closeKnown()
restoreFocus()

const events = new EventSource(new URL('events', import.meta.url))
events.onmessage = ({ data }) => {
  wanted = data
  document.documentElement.dataset.dev = 'connected'
  void catchUp()
}

async function catchUp() {
  if (isBusy) return
  isBusy = true
  while (version !== wanted) {
    const next = wanted
    // A server that has just ended is back in a moment.
    const isDone = await takeOver().catch(() => false)
    if (!isDone) break
    version = next
  }
  isBusy = false
}

/** @returns Whether the page is as it is now. */
async function takeOver() {
  const response = await fetch(location.href, { cache: 'no-store' })
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return reload()
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  // Other styles or scripts are another theme.
  if (looksOf(fresh) !== looks) return reload()
  document.title = fresh.title
  try {
    patch(came, fresh.body)
  } catch (error) {
    if (error !== changedByScript) throw error
    return reload()
  }
  closeKnown()
  return true
}

function looksOf({ documentElement, head }) {
  const links = head.querySelectorAll(
    'link[rel=stylesheet], style, script[src]:not([src*="/@dev/"])',
  )
  const { lang, dir } = documentElement
  return JSON.stringify([lang, dir, ...[...links].map((link) => link.outerHTML)])
}

/** A copy of a tree, which remembers where each of its nodes is from. */
function copyOf(seen) {
  const copy = seen.cloneNode(true)
  pair(copy, seen)
  return copy
}

function pair(copy, seen) {
  seenBy.set(copy, seen)
  copy.childNodes.forEach((child, index) => pair(child, seen.childNodes[index]))
}

/** Change `old`, and what the reader sees of it, into what `fresh` is. */
function patch(old, fresh) {
  if (old.isEqualNode(fresh)) return
  if (!(old instanceof Element)) {
    old.data = fresh.data
    seenBy.get(old).data = fresh.data
    return
  }
  patchAttributes(old, fresh)
  let next = old.firstChild
  for (const [index, node] of [...fresh.childNodes].entries()) {
    const equal = following(next, (other) => other.isEqualNode(node))
    if (equal) {
      while (next !== equal) next = removed(next)
      next = next.nextSibling
    } else if (next && isAlike(next, node) && !isLater(next, fresh.childNodes, index)) {
      patch(next, node)
      next = next.nextSibling
    } else insert(old, node, next)
  }
  while (next) next = removed(next)
}

function following(node, isWanted) {
  for (let other = node; other; other = other.nextSibling) if (isWanted(other)) return other
  return undefined
}

function isAlike(old, fresh) {
  return old.nodeName === fresh.nodeName && old.id === fresh.id
}

/** Whether a node stays, behind the one that has come before it. */
function isLater(node, fresh, index) {
  return [...fresh].slice(index + 1).some((other) => other.isEqualNode(node))
}

/** An attribute that a script has set stays. */
function patchAttributes(old, fresh) {
  const both = [old, seenBy.get(old)]
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name)) for (const element of both) element.removeAttribute(name)
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) === value) continue
    for (const element of both) element.setAttribute(name, value)
  }
}

function insert(parent, node, next) {
  const seenParent = seenBy.get(parent)
  const seenNext = next ? seenBy.get(next) : null
  if (seenNext && seenNext.parentNode !== seenParent) throw changedByScript
  const seen = document.importNode(node, true)
  // Before scripts see it.
  parent.insertBefore(copyOf(seen), next)
  seenParent.insertBefore(seen, seenNext)
}

/** @returns What stood behind it. */
function removed(node) {
  const seen = seenBy.get(node)
  if (node.id !== overlayId && !seen.isEqualNode(node)) throw changedByScript
  const { nextSibling } = node
  seen.remove()
  node.remove()
  return nextSibling
}

/** Problems that were closed stay closed, on the next page, too, until there are others. */
function closeKnown() {
  const details = document.querySelector(`#${overlayId} details`)
  if (!details) return
  const text = details.textContent
  details.open = sessionStorage.getItem(overlayId) !== text
  details.ontoggle = () => {
    if (details.open) sessionStorage.removeItem(overlayId)
    else sessionStorage.setItem(overlayId, details.textContent)
  }
}

/** Load the page anew; the browser keeps the scroll. */
function reload() {
  const { activeElement } = document
  if (activeElement && activeElement !== document.body) {
    const place = {
      selector: activeElement.localName,
      index: alike(activeElement).indexOf(activeElement),
    }
    sessionStorage.setItem(focusKey, JSON.stringify({ ...place, text: activeElement.textContent }))
  }
  location.reload()
  return false
}

function restoreFocus() {
  const place = sessionStorage.getItem(focusKey)
  sessionStorage.removeItem(focusKey)
  if (!place) return
  const { selector, text, index } = JSON.parse(place)
  alike({ localName: selector, textContent: text })[index]?.focus({ preventScroll: true })
}

function alike({ localName, textContent }) {
  return [...document.querySelectorAll(localName)].filter(
    (element) => element.textContent === textContent,
  )
}
