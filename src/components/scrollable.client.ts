/** Lets the keyboard reach the code and the tables that are wider than the page. */
function update() {
  for (const block of document.querySelectorAll<HTMLElement>('.prose :is(pre, table)')) {
    if (block.scrollWidth > block.clientWidth) block.tabIndex = 0
    else block.removeAttribute('tabindex')
  }
}

update()
addEventListener('resize', update)
