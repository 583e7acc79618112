/**
 * Shows the whole table of contents in place of the part that a page has. The link to its page becomes a toggle
 * button, and links to entries that are left out open it there.
 */
const nav = document.querySelector('.reading__sidebar nav')!
const link = nav.querySelector<HTMLAnchorElement>('.sidebar__all')!
const near = link.nextElementSibling!
const current = near.querySelector('li > [aria-current]')?.getAttribute('href')
const button = document.createElement('button')
const [all, only] = [link.textContent, link.dataset['near'] ?? '']
let whole: Promise<Element> | undefined
button.className = link.className

nav.addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey } = event as MouseEvent
  const pressed = (target as Element).closest('.sidebar__all, .sidebar__more')
  if (!pressed || ctrlKey || metaKey || shiftKey) return
  event.preventDefault()
  if (!near.isConnected) show(near)
  else void showAll(pressed instanceof HTMLAnchorElement ? pressed.href : link.href)
})

/** If that fails, the link opens its page. */
async function showAll(address: string): Promise<void> {
  try {
    show(await (whole ??= load(link.href)))
    const first = document.getElementById(new URL(address).hash.slice(1))
    first?.querySelector<HTMLElement>('a, summary')?.focus()
  } catch {
    location.assign(address)
  }
}

function show(part: Element): void {
  const isFocused = link === document.activeElement
  link.replaceWith(button)
  if (isFocused) button.focus()
  button.nextElementSibling?.replaceWith(part)
  button.textContent = part === near ? all : only
}

/** The list of the page with the whole table, open only where the current page is. */
async function load(address: string): Promise<Element> {
  const html = await (await fetch(address)).text()
  // eslint-disable-next-line no-restricted-syntax -- a page of this site, without untrusted content
  const page = new DOMParser().parseFromString(html, 'text/html')
  const list = page.querySelector('.sidebar--whole > ul')!
  const entry = [...list.querySelectorAll('li > a')].find((a) => a.getAttribute('href') === current)
  entry?.setAttribute('aria-current', 'page')
  for (const branch of list.querySelectorAll('details')) {
    branch.open = branch.parentElement!.contains(entry ?? null)
  }
  return list
}
