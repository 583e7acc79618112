/** Puts the language that the address begins with first. */
const segments = location.pathname.split('/')
for (const section of document.querySelectorAll<HTMLElement>('section[data-path]')) {
  if (!segments.includes(section.dataset['path'] ?? '')) continue
  document.querySelector('h1')?.after(section)
  document.documentElement.lang = section.lang
}
