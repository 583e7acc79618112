/** Highlights the target of the address, and announces it to screen readers. */
import { anchorIn } from './anchor.ts'

let shown: Element | null | undefined

function show() {
  if (shown) shown.ariaCurrent = null
  const named = document.getElementById(anchorIn(location.hash))
  const place = (shown = named?.closest<HTMLElement>('.prose :not(.alias)'))
  if (!place) return
  let closed: HTMLDetailsElement | null
  while ((closed = place.closest('details:not([open])'))) closed.open = true
  place.ariaCurrent = 'location'
  // A link must keep its tab order.
  if (place.tabIndex < 0) place.tabIndex = -1
  place.focus()
}

addEventListener('hashchange', show)
show()
