/**
 * Takes a reader who chose a language before straight to it. The browser's languages are only a
 * hint: the first of them that the site has is put first, and nothing more.
 */
const list = document.querySelector('.banks')
const links = [...document.querySelectorAll<HTMLAnchorElement>('.banks a')]

const chosen = links.find(({ hreflang }) => hreflang === remembered())
if (chosen) location.replace(chosen.href)

list?.addEventListener('click', ({ target }) => {
  const link = (target as Element).closest('a')
  if (link) remember(link.hreflang)
})

const hint = navigator.languages
  .map((tag) => links.find(({ hreflang }) => isSame(hreflang, tag)))
  .find((link) => link !== undefined)
const item = hint?.closest('li')
if (item) list?.prepend(item)

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
    // Storage may be forbidden: nothing is remembered then.
  }
}

/** Is it the same language, whatever the region? */
function isSame(one: string, other: string): boolean {
  return one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase()
}
