/**
 * Brings the current page into view where the table of contents is longer than the screen. Where it is
 * a part of the whole table, the link to that becomes a button that shows it in place, and the links to
 * what is left out show it at their place.
 */
const box = document.querySelector('.reading__sidebar')
const entry = box?.querySelector('li > [aria-current]')
if (box && entry) {
  const overlap = entry.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom
  if (overlap > -48) box.scrollTop = overlap + box.clientHeight / 2
}

const link = box?.querySelector<HTMLAnchorElement>('.sidebar__all')
const near = link?.nextElementSibling
if (link && near) {
  const button = document.createElement('button')
  const [all, only] = [link.textContent, link.dataset['near'] ?? '']
  let whole: Promise<Element> | undefined
  const show = async (part: Element) => {
    button.nextElementSibling?.replaceWith(part)
    button.textContent = part === near ? all : only
  }
  /** Shows the whole table; where that fails, the reader goes to its page. */
  const showAll = async (address: string): Promise<void> => {
    try {
      await show(await (whole ??= load(link.href, entry?.getAttribute('href'))))
      const first = document.getElementById(new URL(address).hash.slice(1))
      first?.querySelector<HTMLElement>('a, summary')?.focus()
    } catch {
      location.assign(address)
    }
  }
  button.className = link.className
  button.textContent = all
  button.onclick = () => (near.isConnected ? showAll(link.href) : show(near))
  link.replaceWith(button)
  near.addEventListener('click', (event) => {
    const { target, button: pressed, ctrlKey, metaKey, shiftKey } = event as MouseEvent
    const more = (target as Element).closest<HTMLAnchorElement>('.sidebar__more')
    if (!more || pressed || ctrlKey || metaKey || shiftKey) return
    event.preventDefault()
    void showAll(more.href)
  })
}

/** The list of the page with the whole table, open only where the current page is. */
async function load(address: string, current: string | null | undefined): Promise<Element> {
  const html = await (await fetch(address)).text()
  // eslint-disable-next-line no-restricted-syntax -- a page of this site, which nothing foreign is in
  const page = new DOMParser().parseFromString(html, 'text/html')
  const list = page.querySelector('.sidebar--whole > ul')!
  const entry = [...list.querySelectorAll('li > a')].find((a) => a.getAttribute('href') === current)
  entry?.setAttribute('aria-current', 'page')
  for (const branch of list.querySelectorAll('details')) {
    branch.open = branch.parentElement!.contains(entry ?? null)
  }
  return list
}
