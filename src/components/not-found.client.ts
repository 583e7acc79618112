/** Moves the language of the address to the top. */
const segments = location.pathname.split('/')
for (const section of document.querySelectorAll<HTMLElement>('section[data-path]')) {
  if (!segments.includes(section.dataset['path'] ?? '')) continue
  document.querySelector('h1')?.after(section)
  document.documentElement.lang = section.lang
}
