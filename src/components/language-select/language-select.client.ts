/**
 * Remembers the chosen language, and adds the anchor of the current position to links to other languages and to the
 * bilingual view.
 */
for (const event of ['click', 'auxclick']) {
  document.addEventListener(event, ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('.languages__link, [data-same]')
    if (!link) return
    try {
      if (link.hreflang) localStorage.setItem('passerelle-locale', link.hreflang)
    } catch {
      // Without storage, nothing is remembered.
    }
    if (link.dataset['same'] !== undefined) link.hash = location.hash || placeInView()
  })
}

/** The anchor of the heading or step at the current scroll position; none at the top of the page. */
function placeInView(): string {
  if (scrollY < innerHeight / 2) return ''
  const headings = document.querySelectorAll<HTMLElement>('.prose :is(h2, h3, h4, th, .step)[id]')
  const passed = [...headings].filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
  )
  return passed.at(-1)?.id ?? ''
}
