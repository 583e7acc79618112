/** Redirects readers of an old link to the section that it named, or to the new address of the page. */

function go() {
  const line = document.getElementById(decoded(location.hash.slice(1)))
  const section = line?.matches('[data-old] .moved') && line.querySelector('a')
  const page = document.querySelector<HTMLAnchorElement>('a[data-moved]')
  if (section) location.replace(section.href)
  // A removed anchor is also shown at the new address, unless a section replaces it.
  else if (page && !(line?.matches('[data-old] .moved') && page.hash))
    location.replace(movedAddress(page.href, location.hash))
}

/** Not imported: a shared module would be one more file for each page of a guide. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

go()
addEventListener('hashchange', go)

/** The new address with the anchor of the old one, as browsers do for a redirect. */
function movedAddress(page: string, hash: string): string {
  return page.includes('#') ? page : page + hash
}
