/** Shows the buttons that print the page. */
for (const line of document.querySelectorAll<HTMLElement>('.print-button')) {
  line.hidden = false
  line.querySelector('button')?.addEventListener('click', () => print())
}
