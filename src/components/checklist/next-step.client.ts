/** Shows the next step of a checklist, and updates it when steps are ticked. */
// Adds the checkboxes.
import '#src/components/progress/progress.client.ts'
import { changed } from '#src/components/progress/storage.client.ts'

const line = document.querySelector<HTMLElement>('.next-step')
const [label] = line?.childNodes ?? []
const words = label?.textContent ?? ''

function update() {
  const boxes = [
    ...document.querySelectorAll<HTMLInputElement>(
      '.checklist [data-step]:not([data-out]) .tick > input',
    ),
  ]
  if (!line || !label || !boxes.length) return
  const left = boxes.filter(({ checked }) => !checked).map((box) => box.closest('li')!)
  // An optional step is not the next one while others are open.
  const step = left.find((item) => !item.querySelector('.step__optional')) ?? left[0]
  for (const box of boxes) {
    const item = box.closest('li')!
    item.ariaCurrent = item === step ? 'step' : null
  }
  const title = step?.querySelector('a')
  const link = line.querySelector('a')!
  link.textContent = title?.textContent.trim() ?? ''
  link.lang = title?.lang || document.documentElement.lang
  link.href = title?.href ?? ''
  link.hidden = !title
  label.textContent = title ? words : (line.dataset['done'] ?? '')
  line.hidden = false
}

update()
document.addEventListener(changed, update)
