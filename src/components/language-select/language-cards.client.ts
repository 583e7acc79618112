/**
 * Redirects readers who chose a language before. The languages of the browser are only a hint: the first of them that
 * exists is moved to the top. A page may have several lists, each for one anchor; the last one is for all others.
 * Where links name no language the site has only one, and readers go on at once.
 */
const lists = [...document.querySelectorAll<HTMLElement>('.language-cards, .go-link ul')]
const named = document.getElementById(decoded(location.hash.slice(1)))
const list = lists.find((item) => named && item.parentElement!.contains(named)) ?? lists.at(-1)
const chosen = linksIn(list).find(({ hreflang }) => !hreflang || hreflang === remembered())
// No redirect from a notice of something removed, which has to be read.
if (chosen && !list?.parentElement?.querySelector('.notice')) {
  if (!chosen.hash) chosen.hash = location.hash
  location.replace(chosen.href)
}

for (const one of lists) {
  const hint = navigator.languages
    .map((tag) => linksIn(one).find(({ hreflang }) => isSame(hreflang, tag)))
    .find((link) => link !== undefined)
  const item = hint?.closest('li')
  if (item) one.prepend(item)
  one.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest('a')
    if (link?.hreflang) remember(link.hreflang)
  })
}

function linksIn(item: HTMLElement | undefined): HTMLAnchorElement[] {
  return [...(item?.querySelectorAll('a') ?? [])]
}

/** Not imported: a shared module would be one more file for each page of a guide. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem('passerelle-locale')
  } catch {
    return null
  }
}

function remember(tag: string) {
  try {
    localStorage.setItem('passerelle-locale', tag)
  } catch {
    // Without storage, nothing is remembered.
  }
}

/** Whether two tags have the same language, ignoring the region. */
function isSame(value: string, other: string): boolean {
  return value.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase()
}
