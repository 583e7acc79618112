/** Behaviour of the panel in a dialog: closing it, and moving the focus. */
import { attachSearch, panelPart } from './run-search.client.ts'

/** Said on closing when the reader goes on at the heading that they chose. */
const followed = 'followed'

export function inDialog(panel: HTMLElement, dialog: HTMLDialogElement) {
  attachSearch(panel)
  dialog.className = 'search-dialog'
  dialog.setAttribute('aria-labelledby', '_search-label')
  const close = panelPart<HTMLButtonElement>(panel, '.search__close')
  close.hidden = false
  close.addEventListener('click', () => dialog.close())

  dialog.addEventListener('keydown', (event) => {
    // In a field with text in it, some browsers would only empty the field.
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    dialog.close()
  })
  dialog.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest('a')
    // A click beside the dialog has the dialog itself as its target.
    if (target === dialog) dialog.close()
    if (link && isOnThisPage(link)) dialog.close(followed)
  })
  // The next query replaces the one that is there.
  const field = panelPart<HTMLInputElement>(panel, '.search__field')
  field.addEventListener('focus', () => field.select())
  dialog.addEventListener('close', () => {
    const { returnValue } = dialog
    dialog.returnValue = ''
    if (returnValue === followed) return
    // The browser restores the focus; if nothing had it, focus the button.
    const { activeElement } = document
    if (activeElement !== document.body && !dialog.contains(activeElement)) return
    document.querySelector<HTMLElement>('.search-open')?.focus()
  })
}

function isOnThisPage({ hash, pathname, search }: HTMLAnchorElement): boolean {
  return hash !== '' && pathname === location.pathname && search === location.search
}
