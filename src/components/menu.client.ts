/** Closes menus (`<details class="menu">`) on Escape and on a click elsewhere. */
addEventListener('click', ({ target }) => closeAll((menu) => !menu.contains(target as Node)))
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') closeAll(() => true)
})

function closeAll(which: (menu: HTMLDetailsElement) => boolean) {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.menu[open]')) {
    if (!which(menu)) continue
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
    menu.open = false
  }
}
