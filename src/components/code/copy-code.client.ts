/** Adds a copy button to each code block. Deleted lines of a diff are not copied. */
const words = document.querySelector<HTMLElement>('[data-code-copy]')?.dataset

for (const pre of document.querySelectorAll<HTMLElement>('pre:has(> code)')) {
  if (words) attach(pre, words)
}

function attach(pre: HTMLElement, { codeCopy = '', codeDone, codeFailed, codeLang }: DOMStringMap) {
  const block = document.createElement('div')
  block.className = 'code-block'
  const tools = document.createElement('div')
  tools.className = 'code-copy'
  tools.lang = codeLang ?? ''
  const status = document.createElement('span')
  status.setAttribute('role', 'status')
  const button = document.createElement('button')
  button.type = 'button'
  button.title = codeCopy
  button.setAttribute('aria-label', codeCopy)
  tools.append(status, button)
  pre.replaceWith(block)
  block.append(pre, tools)
  button.addEventListener('click', () => {
    // Emptied first: screen readers do not announce the same text twice.
    status.textContent = ''
    void navigator.clipboard.writeText(codeOf(pre)).then(
      () => (status.textContent = codeDone ?? ''),
      () => (status.textContent = codeFailed ?? ''),
    )
  })
  button.addEventListener('blur', () => (status.textContent = ''))
}

function codeOf(pre: HTMLElement): string {
  const code = pre.cloneNode(true) as HTMLElement
  for (const line of code.querySelectorAll('del')) line.remove()
  return code.textContent.replace(/\n$/, '')
}
