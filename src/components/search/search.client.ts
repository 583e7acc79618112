/**
 * Turns the links to the results page into buttons that open the dialog, and listens for its keys.
 *
 * This is the only search code in every page. The panel, its styles and its script are loaded from the results page
 * on first use. (An `import()` would add Vite’s helper for preloading, which is larger than all of this.) If that
 * fails, the link opens that page.
 */
const dialog = document.createElement('dialog')
let loading: Promise<void> | undefined

const openers = [...document.querySelectorAll<HTMLAnchorElement>('a.search-open')].map((link) => {
  const button = document.createElement('button')
  const open = () => openSearch(link.href).catch(() => location.assign(link.href))
  button.className = link.className
  button.ariaHasPopup = 'dialog'
  Object.assign(button.dataset, link.dataset)
  button.append(...link.childNodes)
  button.onclick = open
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

async function openSearch(address: string) {
  // On the results page the field is there already.
  const field = document.querySelector<HTMLInputElement>('main .search__field')
  if (field) return field.focus()
  await (loading ??= load(address))
  if (!dialog.open) dialog.showModal()
}

async function load(address: string) {
  // A link in the content may have the same attribute, and any address.
  if (new URL(address).origin !== location.origin) throw new Error(address)
  const html = await (await fetch(address)).text()
  // eslint-disable-next-line no-restricted-syntax -- a page of this site, without untrusted content
  const source = new DOMParser().parseFromString(html, 'text/html').querySelector('.search-source')
  // A script that came this way does not run, and styles are wanted before the panel shows.
  const parts = [...source!.querySelectorAll('link, script')].map((part) => {
    const fresh = document.createElement(part.localName)
    for (const { name, value } of part.attributes) fresh.setAttribute(name, value)
    part.remove()
    document.head.append(fresh)
    return new Promise((resolve, reject) => {
      fresh.onload = resolve
      fresh.onerror = reject
    })
  })
  await Promise.all(parts)
  dialog.append(source!)
  document.body.append(dialog)
}

/**
 * Readers can switch the key off in the panel, because a shortcut without modifier can conflict with others (WCAG
 * 2.1.4).
 */
function isSlashOff(): boolean {
  try {
    return localStorage.getItem('passerelle-search-key') === 'off'
  } catch {
    return false
  }
}
