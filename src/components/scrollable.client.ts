/** Makes code and tables that are wider than the page focusable, so that they can be scrolled by keyboard. */
function update() {
  for (const block of document.querySelectorAll<HTMLElement>('.prose :is(pre, table)')) {
    if (block.scrollWidth > block.clientWidth) block.tabIndex = 0
    else block.removeAttribute('tabindex')
  }
}

update()
addEventListener('resize', update)
