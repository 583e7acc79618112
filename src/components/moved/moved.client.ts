/** Takes a reader who came by an old link on to where its section is now, else to where the page is. */
import { anchorIn } from '../copy-link/anchor.ts'
import { movedAddress } from './moved.ts'

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
