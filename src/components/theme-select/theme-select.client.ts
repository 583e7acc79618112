/** Stores the theme; an empty choice follows the system. */
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
    // Without storage, the choice is for this page only.
  }
  colourBrowser()
}

/** Update the colour of the browser’s toolbar to the chosen theme. */
function colourBrowser() {
  const colour = getComputedStyle(root).backgroundColor
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.content = colour
  }
}

customElements.define('theme-switch', ThemeSelect)
