/** Takes readers of an old link to the section that it named, or to the new place of the page. */
import { anchorIn } from './copy-link/anchor.ts'

function go() {
  const line = document.getElementById(anchorIn(location.hash))
  const section = line?.matches('[data-old] .moved') && line.querySelector('a')
  const page = document.querySelector<HTMLAnchorElement>('a[data-moved]')
  if (section) location.replace(section.href)
  // A line of what was removed is shown at the new place, too, unless a section stands in its way.
  else if (page && !(line?.matches('[data-old] .moved') && page.hash))
    location.replace(movedAddress(page.href, location.hash))
}

go()
addEventListener('hashchange', go)

/** The new address with the anchor of the old one, as a server’s redirect would have it. */
function movedAddress(page: string, hash: string): string {
  return page.includes('#') ? page : page + hash
}
