/** Opens the target of a short link. */
import { lookUp } from './lookup.ts'

const form = document.querySelector<HTMLFormElement>('.lookup')
const links = [...document.querySelectorAll<HTMLAnchorElement>('.lookup__list a')]
const paths = new Map(
  links.map((link) => {
    const path = decodeURIComponent(link.pathname)
    return [path.slice(path.indexOf('/go/') + 4, -1), link.href]
  }),
)

if (form) {
  const field = form.querySelector('input')!
  const status = form.querySelector('[role=status]')!
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const { id, near } = lookUp(field.value, [...paths.keys()])
    if (id !== undefined) return location.assign(paths.get(id)!)
    const messages = [form.dataset['unknown'] ?? '', ...(near ? [form.dataset['near'] ?? ''] : [])]
    const [unknown = '', question = ''] = messages
    status.textContent = unknown.replaceAll('{id}', field.value)
    if (!near) return
    const link = document.createElement('a')
    link.href = paths.get(near)!
    link.textContent = question.replaceAll('{id}', near)
    status.append(' ', link)
  })
  const asked = new URLSearchParams(location.search).get('id')
  if (asked) {
    field.value = asked
    form.requestSubmit()
  }
}
