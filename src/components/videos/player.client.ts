/**
 * Puts a button behind each link to a video whose player the site may show. Nothing is loaded from the other site before
 * the button is pressed; the link stays.
 */
const words = document.querySelector<HTMLElement>('[data-players]')!.dataset
const players = words['players']!.split(' ')

for (const link of document.querySelectorAll<HTMLAnchorElement>('.embeddedvideo > a[href]')) {
  if (players.includes(link.origin)) offer(link)
}

function offer(link: HTMLAnchorElement) {
  const line = document.createElement('span')
  line.className = 'player__ask'
  line.lang = words['playersLang'] ?? ''
  const button = document.createElement('button')
  button.className = 'button'
  button.type = 'button'
  button.textContent = words['playersPlay'] ?? ''
  button.setAttribute('aria-description', link.textContent.trim())
  const note = document.createElement('span')
  note.textContent = (words['playersNote'] ?? '').replace('{host}', () => link.host)
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
