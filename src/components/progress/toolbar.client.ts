/** Exports, imports and clears the ticks of the reader. Loaded when a button is first pressed. */
// The page has loaded it already: importing it keeps both in one file.
import './progress.client.ts'
import { fillIn, pageLanguage } from './plural.ts'
import { parseProgress } from './progress-file.ts'
import { readDone, writeDone } from './storage.client.ts'
import { serializeProgress, storageKey } from './store.ts'

/** The interface strings by their keys. */
type Texts = Readonly<Record<string, string>>

/** A toolbar, the docset whose ticks it manages, and its texts. */
interface Toolbar {
  element: HTMLElement
  docset: string
}

const texts = textsHere()
for (const element of document.querySelectorAll<HTMLElement>('.progress')) {
  const docset = element.closest<HTMLElement>('[data-docset]')?.dataset['docset']
  if (docset) attach({ element, docset })
}

async function textsHere(): Promise<Texts> {
  const locale = document.documentElement.lang.toLowerCase()
  const { pathname } = location
  const folder = pathname.slice(0, pathname.indexOf(`/${locale}/`) + locale.length + 2)
  const answer = await fetch(`${folder}link.json`).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as Texts) : {}
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
    if ((event as KeyboardEvent).key !== 'Escape') return
    // The menu stays open, with the focus in it.
    event.stopPropagation()
    askToClear(toolbar, false)
  })
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    // Reset the input, so that the same file can be chosen again after a repair.
    if (chosen) void importFile(toolbar, chosen).finally(() => (file.value = ''))
  })
}

/** What each button does, by its `data-action`. */
function actionsOf(toolbar: Toolbar, file: HTMLInputElement): Record<string, () => void> {
  const { docset } = toolbar
  return {
    export: () => {
      const name = `${storageKey(docset)}.json`
      save(name, serializeProgress(docset, readDone(docset) ?? []))
      announce(toolbar, 'exported', { file: name })
    },
    import: () => file.click(),
    clear: () => askToClear(toolbar, true),
    cancel: () => askToClear(toolbar, false),
    confirm: () => {
      askToClear(toolbar, false)
      announce(toolbar, writeDone(docset, new Set()) ? 'cleared' : 'failed')
    },
  }
}

/** Add the ticks of a file to the existing ones. */
async function importFile(toolbar: Toolbar, file: File) {
  const { docset } = toolbar
  const parsed = parseProgress(await file.text(), docset)
  if (typeof parsed === 'string') return announce(toolbar, `refused.${parsed}`, { file: file.name })
  const done = readDone(docset) ?? new Set()
  const count = parsed.done.filter((id) => !done.has(id)).length
  if (!writeDone(docset, new Set([...done, ...parsed.done]))) return announce(toolbar, 'failed')
  const form = new Intl.PluralRules(pageLanguage()).select(count)
  announce(toolbar, `imported.${form}`, { count: String(count), file: file.name }, 'imported.other')
}

/** Replace the buttons by a question before ticks are deleted; the focus is on “no”. */
function askToClear(toolbar: Toolbar, isOpen: boolean) {
  const [actions, confirmation] =
    toolbar.element.querySelectorAll<HTMLElement>('.progress__actions')
  if (actions) actions.hidden = isOpen
  if (confirmation) confirmation.hidden = !isOpen
  announce(toolbar)
  part(toolbar, `[data-action=${isOpen ? 'cancel' : 'clear'}]`).focus()
}

/** Show the string of a key, or of `other` if the language lacks that form; without a key, clear it. */
function announce(
  toolbar: Toolbar,
  key = '',
  values: Readonly<Record<string, string>> = {},
  other = '',
) {
  const status = part(toolbar, '[role=status]')
  status.textContent = ''
  if (!key) return
  void texts.then((all) => {
    const text = all[`progress.${key}`] ?? all[`progress.${other}`] ?? ''
    status.textContent = fillIn(text, values)
  })
}

/** An element of the toolbar’s template. */
function part<Kind extends HTMLElement>({ element }: Toolbar, selector: string): Kind {
  return element.querySelector<Kind>(selector)!
}

function save(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  // The browser reads the object URL after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
