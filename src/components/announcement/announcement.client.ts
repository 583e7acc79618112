/** Dismisses the announcement; `theme-script.ts` hides it on later pages. */
class DismissButton extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => {
      const id = this.dataset['id'] ?? ''
      try {
        localStorage.setItem('passerelle-dismissed', id)
      } catch {
        // Without storage it is hidden on this page only.
      }
      document.documentElement.dataset['dismissed'] = id
      // The button that had the focus no longer exists.
      document.querySelector<HTMLElement>('#_main')?.focus({ preventScroll: true })
    })
  }
}

customElements.define('dismiss-button', DismissButton)
