/** Export, import and clear what the reader has ticked. Fetched when a button is first pressed. */
// The page has it already; naming it keeps both in one file.
import './progress.client.ts'
import { type Forms, fillIn, inForm } from './plural.ts'
import { type ProgressFileFault, parseProgress } from './progress-file.ts'
import { readDone, writeDone } from './storage.client.ts'
import { serializeProgress, storageKey } from './store.ts'

type Texts = { imported: Forms } & Record<
  ProgressFileFault | 'exported' | 'cleared' | 'failed',
  string
>

for (const toolbar of document.querySelectorAll<HTMLElement>('.progress')) attach(toolbar)

function attach(toolbar: HTMLElement) {
  const docset = toolbar.closest<HTMLElement>('[data-docset]')?.dataset['docset']
  if (!docset) return
  const texts = JSON.parse(toolbar.dataset['texts'] ?? '{}') as Texts
  const file = part<HTMLInputElement>('input')
  const [actions, confirmation] = toolbar.querySelectorAll<HTMLElement>('.progress__actions')

  const does: Record<string, () => void> = {
    export: () => {
      const name = `${storageKey(docset)}.json`
      save(name, serializeProgress(docset, readDone(docset) ?? []))
      say(texts.exported, { file: name })
    },
    import: () => file.click(),
    clear: () => ask(true),
    cancel: () => ask(false),
    confirm: () => {
      ask(false)
      say(writeDone(docset, new Set()) ? texts.cleared : texts.failed)
    },
  }
  toolbar.addEventListener('click', ({ target }) => {
    const action = (target as Element).closest<HTMLElement>('[data-action]')?.dataset['action']
    if (action) does[action]?.()
  })
  confirmation?.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') ask(false)
  })
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    // The same file can be chosen again after it was repaired.
    if (chosen) void bring(chosen).finally(() => (file.value = ''))
  })

  /** What is in the file comes to what is here: neither is lost. */
  async function bring(chosen: File) {
    const parsed = parseProgress(await chosen.text(), docset ?? '')
    if (typeof parsed === 'string') return say(texts[parsed], { file: chosen.name })
    const done = readDone(docset ?? '') ?? new Set()
    const count = parsed.done.filter((id) => !done.has(id)).length
    if (!writeDone(docset ?? '', new Set([...done, ...parsed.done]))) return say(texts.failed)
    const { lang } = document.documentElement
    say(inForm(texts.imported, lang, count, { count, file: chosen.name }))
  }

  /** Ask in place of the buttons before ticks are lost; nothing is lost by the first key pressed. */
  function ask(open: boolean) {
    if (actions) actions.hidden = open
    if (confirmation) confirmation.hidden = !open
    say('')
    part(`[data-action=${open ? 'cancel' : 'clear'}]`).focus()
  }

  function say(text: string, values: Readonly<Record<string, string>> = {}) {
    part('[role=status]').textContent = fillIn(text, values)
  }

  function part<Kind extends HTMLElement>(selector: string): Kind {
    const result = toolbar.querySelector<Kind>(selector)
    if (!result) throw new Error(`Unexpected toolbar without \`${selector}\``)
    return result
  }
}

function save(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  // The browser takes the file after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
