/**
 * Adds a button after each link to a video whose player the site may show. Nothing is loaded from the other site before
 * the reader presses it.
 */
const texts = document.querySelector<HTMLElement>('[data-players]')!.dataset
const players = texts['players']!.split(' ')

for (const link of document.querySelectorAll<HTMLAnchorElement>('.embeddedvideo > a[href]')) {
  if (players.includes(link.origin)) addButton(link)
}

function addButton(link: HTMLAnchorElement) {
  const line = document.createElement('span')
  line.className = 'player__ask'
  line.lang = texts['playersLang'] ?? ''
  const button = document.createElement('button')
  button.className = 'button'
  button.type = 'button'
  button.textContent = texts['playersPlay'] ?? ''
  button.setAttribute('aria-description', link.textContent.trim())
  const note = document.createElement('span')
  note.textContent = (texts['playersNote'] ?? '').replace('{host}', () => link.host)
  line.append(button, note)
  link.after(line)
  button.addEventListener('click', () => play(link, line))
}

function play(link: HTMLAnchorElement, line: HTMLElement) {
  const frame = document.createElement('iframe')
  frame.className = 'player__frame'
  frame.title = link.textContent.trim()
  frame.allow = 'fullscreen; encrypted-media; picture-in-picture'
  frame.src = link.href
  line.replaceWith(frame)
  frame.focus()
}
