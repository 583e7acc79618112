/** Marks the current heading in the table of contents of the page. */
import { anchorIn } from '#src/components/copy-link/anchor.ts'

const links = new Map<string, HTMLAnchorElement>()
for (const link of document.querySelectorAll<HTMLAnchorElement>('.toc a')) {
  links.set(anchorIn(link.hash), link)
}

const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? [])

function follow() {
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 4)
  const current = links.get(passed.at(-1)?.id ?? '')
  for (const link of links.values()) {
    link.ariaCurrent = link === current ? 'true' : null
  }
}

// The current heading changes only when one crosses the line at a quarter of the screen.
const observer = new IntersectionObserver(follow, { rootMargin: '0px 0px -75% 0px' })
for (const heading of headings) observer.observe(heading)

// On a small screen, close the list after use.
document.querySelector('.toc')?.addEventListener('click', ({ target, currentTarget }) => {
  if (!(target as Element).closest('a')) return
  ;(currentTarget as Element)
    .querySelector<HTMLDetailsElement>('.disclosure')
    ?.removeAttribute('open')
})
