/** Scrolls the current page into view if the table of contents is longer than the screen. */
const box = document.querySelector('.reading__sidebar')
const entry = box?.querySelector('li > [aria-current]')
if (box && entry) {
  const overlap = entry.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom
  if (overlap > -48) box.scrollTop = overlap + box.clientHeight / 2
}
