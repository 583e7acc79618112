/** Stores each change in the form of services, and shows how many steps are left. */
// Not used here: importing it keeps shared code in the chunk that pages with steps load.
import '#src/components/progress/progress.client.ts'
import { inForm, pageLanguage } from '#src/components/progress/plural.ts'
import { fetchScopeFile, keepScope, keptScope, showInAddress } from './kept-scope.client.ts'
import type { ScopeFile } from './scope-file.ts'
import { isInScope, readScope, scopeSearch, type Scope } from './scope.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('.my-services')) attach(form)

function attach(form: HTMLFormElement) {
  const { kept: key = '' } = form.dataset
  const file = fetchScopeFile(location.pathname)
  form.hidden = false
  const given = readScope(location.search)
  const start = given ?? keptScope(key)
  if (start) {
    check(form, start)
    void announce(form, file)
  }
  carry(given)
  form.addEventListener('change', () => {
    const scope = chosen(form)
    const isKept = keepScope(key, scope)
    showInAddress(scope)
    void announce(form, file, isKept ? 'kept' : 'failed')
    carry(isKept ? undefined : scope)
  })
  form.addEventListener('reset', () => {
    keepScope(key, undefined)
    showInAddress(undefined)
    carry(undefined)
    // The checkboxes are reset only after this event.
    setTimeout(() => void announce(form, file))
  })
}

/** Add a choice that is not stored to links to the steps. */
function carry(scope: Scope | undefined) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.my-services__links a')) {
    link.search = scopeSearch('', scope)
  }
}

/** Check the boxes of a choice, retired services included. */
function check(form: HTMLFormElement, { services, options }: Scope) {
  for (const box of boxes(form)) box.checked = services?.includes(box.value) ?? true
  for (const radio of form.querySelectorAll<HTMLInputElement>('[type=radio]')) {
    if (options.includes(radio.value)) radio.checked = true
  }
}

function chosen(form: HTMLFormElement): Scope {
  const radios = [...form.querySelectorAll<HTMLInputElement>('[type=radio]:checked')]
  const services = boxes(form)
    .filter(({ checked }) => checked)
    .map(({ value }) => value)
  return {
    ...(services.length < boxes(form).length && { services }),
    options: radios.map(({ value }) => value).filter((id) => id !== ''),
  }
}

function boxes(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('[type=checkbox]')]
}

/** Show how many steps are left, if known, and whether the choice is stored. */
async function announce(
  form: HTMLFormElement,
  file: ReturnType<typeof fetchScopeFile>,
  state?: 'kept' | 'failed',
) {
  const known = await file
  const scope = chosen(form)
  const status = form.querySelector<HTMLElement>('[role=status]')!
  const about = state ? (status.dataset[state] ?? '') : ''
  status.textContent = known ? `${countIn(known, scope)} ${about}`.trim() : about
}

function countIn({ names, steps, total, texts }: ScopeFile, scope: Scope): string {
  const out = Object.values(steps).filter((marks) => !isInScope(scope, names, marks))
  const shown = total - out.length
  return inForm(texts.count, pageLanguage(), shown, { shown, total })
}
