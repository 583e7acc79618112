/** The dialog: made when first opened, out of the results page. */
import { attachPanel } from './search-panel.client.ts'

let dialog: Promise<HTMLDialogElement> | undefined

/**
 * Open the dialog; `address` is that of the results page in this language.
 *
 * Fails when that page cannot be had, so that the caller can go there instead.
 */
export async function openSearch(address: string, opener: HTMLElement): Promise<void> {
  const onPage = fieldOf(document.querySelector('main .search'))
  if (onPage) {
    onPage.focus()
    onPage.select()
    return
  }
  dialog ??= makeDialog(address)
  dialog.catch(() => (dialog = undefined))
  const element = await dialog
  if (element.open) return
  const before = document.activeElement
  // The browser gives the focus back to where it was; a key may have been pressed nowhere.
  element.addEventListener('close', () => before === document.body && opener.focus(), {
    once: true,
  })
  element.showModal()
  fieldOf(element)?.select()
}

async function makeDialog(address: string): Promise<HTMLDialogElement> {
  const response = await fetch(address)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const panel = page.querySelector<HTMLElement>('.search')
  const styles = page.querySelector<HTMLLinkElement>('[data-search-styles]')
  if (!panel || !styles) throw new Error(`No search panel at ${address}`)
  const element = document.createElement('dialog')
  element.className = 'search-dialog'
  element.setAttribute('aria-labelledby', '_search-label')
  element.append(panel)
  await loadStyles(styles)
  document.body.append(element)
  attachPanel(panel)

  const close = panel.querySelector<HTMLElement>('.search__close')
  if (close) close.hidden = false
  close?.addEventListener('click', () => element.close())
  element.addEventListener('keydown', (event) => {
    // In a field with text in it, some browsers would only empty the field.
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    element.close()
  })
  element.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest('a')
    // A click beside the dialog has the dialog itself as its target.
    if (target === element || (link && isOnThisPage(link))) element.close()
  })
  return element
}

function loadStyles(link: HTMLLinkElement): Promise<unknown> {
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve)
    link.addEventListener('error', reject)
    document.head.append(link)
  })
}

function isOnThisPage({ hash, pathname, search }: HTMLAnchorElement): boolean {
  return hash !== '' && pathname === location.pathname && search === location.search
}

function fieldOf(parent: Element | null): HTMLInputElement | null | undefined {
  return parent?.querySelector<HTMLInputElement>('.search__field')
}
