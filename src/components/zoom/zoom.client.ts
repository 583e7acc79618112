/** Opens the image of a figure in a dialog. Without script, and in a new tab, it is a link to the file. */
const texts = document.querySelector<HTMLElement>('[data-zoom-close]')!.dataset

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.zoom')) {
  const picture = link.querySelector('img')
  if (picture) makeButton(link, picture)
}

function makeButton(link: HTMLAnchorElement, picture: HTMLImageElement) {
  link.role = 'button'
  link.ariaHasPopup = 'dialog'
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open(link, picture)
  })
  link.addEventListener('keydown', (event) => {
    // The space bar activates a button, but not a link.
    if (event.key !== ' ') return
    event.preventDefault()
    open(link, picture)
  })
}

function open(link: HTMLAnchorElement, { alt }: HTMLImageElement) {
  const dialog = Object.assign(document.createElement('dialog'), { className: 'zoomed' })
  dialog.ariaLabel = alt
  const close = Object.assign(document.createElement('button'), { className: 'button' })
  close.type = 'button'
  close.lang = texts['zoomLang'] ?? ''
  close.textContent = texts['zoomClose'] ?? ''
  const pane = Object.assign(document.createElement('div'), { className: 'zoomed__pane' })
  // A large image can be scrolled by keyboard, too.
  pane.tabIndex = 0
  pane.append(Object.assign(document.createElement('img'), { src: link.href, alt }))
  dialog.append(close, pane)
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('click', ({ target }) => {
    // A click beside the dialog has the dialog itself as its target.
    if (target === dialog) dialog.close()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    link.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
}
