/** Without a network, the index of a language still finds pages of docsets that this browser has not saved. */

/** Say so at results of `pages` that would lead to a page that is not there. */
export async function markUnsaved(pages: readonly HTMLElement[], text: string): Promise<void> {
  // The copy on a disk has all its pages, and no worker.
  if (navigator.onLine || !('serviceWorker' in navigator) || !navigator.serviceWorker.controller)
    return
  await Promise.all(pages.map((page) => mark(page, text)))
}

async function mark(page: HTMLElement, text: string): Promise<void> {
  const link = page.querySelector<HTMLAnchorElement>('.search__link')
  const address = link?.href.replace(/#.*$/, '') ?? ''
  if (await caches.match(address, { ignoreSearch: true, ignoreVary: true })) return
  const note = document.createElement('p')
  note.className = 'search__step search__unsaved'
  note.textContent = text
  link?.after(note)
}
