/** Exports, imports and clears the ticks of the reader. Loaded when a button is first pressed. */
// The page has it already; naming it keeps both in one file.
import './progress.client.ts'
import { type Forms, fillIn, inForm, languageHere } from './plural.ts'
import { type ProgressFileFault, parseProgress } from './progress-file.ts'
import { readDone, writeDone } from './storage.client.ts'
import { serializeProgress, storageKey } from './store.ts'

type Texts = { imported: Forms } & Record<
  ProgressFileFault | 'exported' | 'cleared' | 'failed',
  string
>

/** A toolbar, the docset whose ticks it manages, and its texts. */
interface Toolbar {
  element: HTMLElement
  docset: string
  texts: Texts
}

for (const element of document.querySelectorAll<HTMLElement>('.progress')) {
  const docset = element.closest<HTMLElement>('[data-docset]')?.dataset['docset']
  const texts = JSON.parse(element.dataset['texts'] ?? '{}') as Texts
  if (docset) attach({ element, docset, texts })
}

function attach(toolbar: Toolbar) {
  const { element } = toolbar
  const file = part<HTMLInputElement>(toolbar, 'input')
  const actions = actionsOf(toolbar, file)
  element.addEventListener('click', ({ target }) => {
    const action = (target as Element).closest<HTMLElement>('[data-action]')?.dataset['action']
    if (action) actions[action]?.()
  })
  element.querySelectorAll('.progress__actions')[1]?.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') askToClear(toolbar, false)
  })
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    // Empty the field, so that the same file can be chosen again after it was repaired.
    if (chosen) void importFile(toolbar, chosen).finally(() => (file.value = ''))
  })
}

/** What each button does, by its `data-action`. */
function actionsOf(toolbar: Toolbar, file: HTMLInputElement): Record<string, () => void> {
  const { docset, texts } = toolbar
  return {
    export: () => {
      const name = `${storageKey(docset)}.json`
      save(name, serializeProgress(docset, readDone(docset) ?? []))
      announce(toolbar, texts.exported, { file: name })
    },
    import: () => file.click(),
    clear: () => askToClear(toolbar, true),
    cancel: () => askToClear(toolbar, false),
    confirm: () => {
      askToClear(toolbar, false)
      announce(toolbar, writeDone(docset, new Set()) ? texts.cleared : texts.failed)
    },
  }
}

/** Add the ticks in a file to those that are there already. */
async function importFile(toolbar: Toolbar, file: File) {
  const { docset, texts } = toolbar
  const parsed = parseProgress(await file.text(), docset)
  if (typeof parsed === 'string') return announce(toolbar, texts[parsed], { file: file.name })
  const done = readDone(docset) ?? new Set()
  const count = parsed.done.filter((id) => !done.has(id)).length
  if (!writeDone(docset, new Set([...done, ...parsed.done]))) return announce(toolbar, texts.failed)
  announce(toolbar, inForm(texts.imported, languageHere(), count, { count, file: file.name }))
}

/** Replace the buttons by a question before ticks are deleted; the focus is on “no”. */
function askToClear(toolbar: Toolbar, isOpen: boolean) {
  const [actions, confirmation] =
    toolbar.element.querySelectorAll<HTMLElement>('.progress__actions')
  if (actions) actions.hidden = isOpen
  if (confirmation) confirmation.hidden = !isOpen
  announce(toolbar, '')
  part(toolbar, `[data-action=${isOpen ? 'cancel' : 'clear'}]`).focus()
}

function announce(toolbar: Toolbar, text: string, values: Readonly<Record<string, string>> = {}) {
  part(toolbar, '[role=status]').textContent = fillIn(text, values)
}

/** A part that the template of the toolbar has. */
function part<Kind extends HTMLElement>({ element }: Toolbar, selector: string): Kind {
  return element.querySelector<Kind>(selector)!
}

function save(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  // The browser takes the file after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
