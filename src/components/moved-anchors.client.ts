/** Takes readers of an old link to the section that it named, or to the new place of the page. */

function go() {
  const line = document.getElementById(decoded(location.hash.slice(1)))
  const section = line?.matches('[data-old] .moved') && line.querySelector('a')
  const page = document.querySelector<HTMLAnchorElement>('a[data-moved]')
  if (section) location.replace(section.href)
  // A line of what was removed is shown at the new place, too, unless a section has its place.
  else if (page && !(line?.matches('[data-old] .moved') && page.hash))
    location.replace(movedAddress(page.href, location.hash))
}

/** Not imported: a module that pages of guides share with this one would be one more file for each of them. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

go()
addEventListener('hashchange', go)

/** The new address with the anchor of the old one, as a server’s redirect would have it. */
function movedAddress(page: string, hash: string): string {
  return page.includes('#') ? page : page + hash
}
