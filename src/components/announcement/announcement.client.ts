/** Closes the line above the page; `theme-script.ts` tells the pages that come next. */
class DismissButton extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => {
      const id = this.dataset['id'] ?? ''
      try {
        localStorage.setItem('passerelle-dismissed', id)
      } catch {
        // Storage may be forbidden: it is then gone as long as the page.
      }
      document.documentElement.dataset['dismissed'] = id
      // The button had the focus, and is gone.
      document.querySelector<HTMLElement>('#_main')?.focus({ preventScroll: true })
    })
  }
}

customElements.define('dismiss-button', DismissButton)
