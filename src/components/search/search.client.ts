/**
 * Turns the links to the results page into buttons that open the dialog, and listens for its keys.
 *
 * This is all that a page carries of searching; the rest comes when a reader asks for it.
 */
const links = document.querySelectorAll<HTMLAnchorElement>('a.search-open')
const openers = [...links].map((link) => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = link.className
  if ('wide' in link.dataset) button.dataset['wide'] = ''
  button.ariaHasPopup = 'dialog'
  button.append(...link.childNodes)
  const open = () =>
    import('./search-dialog.client.ts')
      .then(({ openSearch }) => openSearch(link.href, button))
      .catch(() => location.assign(link.href))
  button.addEventListener('click', open)
  link.replaceWith(button)
  return open
})

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event
  const command = ctrlKey || metaKey
  if (altKey || key.toLowerCase() !== (command ? 'k' : '/')) return
  if (!command && ((target as Element).closest('input, textarea, select') || isSlashOff())) return
  event.preventDefault()
  void openers[0]?.()
})

/** A key without Ctrl can be in a reader's way (WCAG 2.1.4): the dialog lets them switch it off. */
function isSlashOff(): boolean {
  try {
    return localStorage.getItem('passerelle-search-key') === 'off'
  } catch {
    return false
  }
}
