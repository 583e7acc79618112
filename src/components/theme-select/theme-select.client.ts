/** Remembers light or dark; an empty choice is that of the system. */
const key = 'passerelle-theme'
const root = document.documentElement

class ThemeSelect extends HTMLElement {
  connectedCallback() {
    const chosen = root.dataset['theme'] || 'system'
    for (const input of this.querySelectorAll('input')) input.checked = input.value === chosen
    this.addEventListener('change', ({ target }) => choose((target as HTMLInputElement).value))
    colourBrowser()
  }
}

function choose(value: string) {
  const theme = value === 'system' ? '' : value
  root.dataset['theme'] = theme
  try {
    localStorage.setItem(key, theme)
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
  colourBrowser()
}

/** The browser's own bar follows the choice too, not only the device. */
function colourBrowser() {
  const colour = getComputedStyle(root).backgroundColor
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.content = colour
  }
}

customElements.define('theme-switch', ThemeSelect)
