/**
 * Shows and tells the reader the place that the address names; fetches the script that copies links
 * when they come near one.
 */
import { anchorIn } from './anchor.ts'

const script = document
  .querySelector<HTMLTemplateElement>('template[data-copy-link]')
  ?.content.querySelector('script')

for (const event of ['pointerover', 'focusin', 'click']) addEventListener(event, start)

/** Once it is there, the script takes the presses before they come here. */
function start(event: Event) {
  const link = (event.target as Element).closest<HTMLElement>('.anchor')
  if (!link || !script) return
  document.body.append(script)
  if (event.type !== 'click') return
  event.preventDefault()
  script.onload = () => link.click()
}

let shown: Element | null | undefined

function show() {
  if (shown) shown.ariaCurrent = null
  const named = document.getElementById(anchorIn(location.hash))
  const place = (shown = named?.closest<HTMLElement>('.prose :not(.alias)'))
  if (!place) return
  let closed: HTMLDetailsElement | null
  while ((closed = place.closest('details:not([open])'))) closed.open = true
  place.ariaCurrent = 'location'
  // A link keeps its place in the order of the Tab key.
  if (place.tabIndex < 0) place.tabIndex = -1
  place.focus()
}

addEventListener('hashchange', show)
show()
