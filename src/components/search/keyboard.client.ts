/** Keyboard shortcuts of the search: the arrow keys, and the key that opens it. */

/** Move between results by arrow keys. They are plain links, so Tab works, too. */
export function moveByArrows(event: KeyboardEvent, panel: HTMLElement, field: HTMLElement) {
  const links = [...panel.querySelectorAll<HTMLElement>('.search__body a')].filter((link) =>
    link.checkVisibility(),
  )
  const index = links.findIndex((link) => link === document.activeElement)
  if (index === -1 && document.activeElement !== field) return
  const to = targetOf(event.key, index, [field, ...links])
  if (!to) return
  event.preventDefault()
  to.focus()
}

function targetOf(
  key: string,
  index: number,
  targets: readonly HTMLElement[],
): HTMLElement | undefined {
  if (key === 'ArrowDown') return targets[index + 2]
  if (index === -1) return undefined
  if (key === 'ArrowUp') return targets[index]
  if (key === 'Home') return targets[1]
  return key === 'End' ? targets.at(-1) : undefined
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
    // Without storage there is no setting.
    box.parentElement?.remove()
  }
}
