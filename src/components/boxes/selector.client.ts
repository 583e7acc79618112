/** Makes a drop-down of each selector, a list of pages, labelled with the current page. */
const label = document.querySelector<HTMLElement>('[data-selector-label]')?.dataset['selectorLabel']

for (const box of document.querySelectorAll<HTMLElement>(
  '.op_single_selector, .op_multi_selector',
)) {
  const list = box.querySelector('ul')
  const links = [...(list?.querySelectorAll('a') ?? [])]
  if (!list || links.length < 2) continue
  const current = links.find(
    (link) => link.origin === location.origin && link.pathname === location.pathname,
  )
  current?.setAttribute('aria-current', 'page')
  const details = document.createElement('details')
  details.className = 'selector'
  const summary = document.createElement('summary')
  summary.textContent = current?.textContent ?? label ?? ''
  list.before(details)
  details.append(summary, list)
  details.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !details.open) return
    details.open = false
    summary.focus()
  })
}
