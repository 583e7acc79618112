/** What the search panel has for the keyboard: the arrows, and the key that opens it. */

/** The results are plain links; the arrows are a shorter way through them than Tab. */
export function moveByArrows(event: KeyboardEvent, panel: HTMLElement, field: HTMLElement) {
  const links = [...panel.querySelectorAll<HTMLElement>('.search__body a')].filter((link) =>
    link.checkVisibility(),
  )
  const at = links.findIndex((link) => link === document.activeElement)
  if (at === -1 && document.activeElement !== field) return
  const to = targetOf(event.key, at, [field, ...links])
  if (!to) return
  event.preventDefault()
  to.focus()
}

function targetOf(key: string, at: number, stops: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return stops[at + 2]
  if (at === -1) return undefined
  if (key === 'ArrowUp') return stops[at]
  if (key === 'Home') return stops[1]
  return key === 'End' ? stops.at(-1) : undefined
}

/** Whether `/` opens the search, on every page from now on. */
export function rememberKey(box: HTMLInputElement) {
  const name = 'passerelle-search-key'
  try {
    box.checked = localStorage.getItem(name) !== 'off'
    box.addEventListener('change', () => {
      if (box.checked) localStorage.removeItem(name)
      else localStorage.setItem(name, 'off')
    })
  } catch {
    // Storage may be forbidden: then there is nothing to choose.
    box.parentElement?.remove()
  }
}
