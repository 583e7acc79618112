/** The workbench as others import it: two strings, and nothing of this project but `passerelle/translation`. */
import { expect, test } from 'vitest'
import {
  countProject,
  exportUnits,
  importUnits,
  openTranslation,
  parseLock,
  serializeLock,
  syncLock,
  textFormats,
} from '#src/translation/index.ts'

const english = '## Prepare the move\n\nGather the reports before the call.\n'
const french = '## Préparer le déplacement\n\nGather the reports before the call.\n'
const translated = 'Rassemblez les rapports avant l’appel.'

const request = {
  docset: 'guide',
  dialect: 'guide',
  sourceLocale: 'en',
  targetLocale: 'fr-FR',
} as const

const open = (source: string, target: string | undefined, lock?: string) =>
  openTranslation({
    ...request,
    pages: [{ slug: 'move', source, ...(target !== undefined && { target }) }],
    ...(lock !== undefined && { lock: parseLock(lock, 'guide.fr-FR.lock').lock }),
  })

const statesIn = ({ pages }: Awaited<ReturnType<typeof open>>) =>
  pages.flatMap(({ pairs }) => pairs.map(({ state }) => state))

const translate = (po: string) =>
  po.replace(
    /(msgid "Gather the reports before the call\."\nmsgstr )".*"/,
    (_, start: string) => `${start}"${translated}"`,
  )

test('what a page lacks goes out as PO, comes back, and is translated', async () => {
  const project = await open(english, french)
  expect(statesIn(project)).toEqual(['unverified', 'untranslated'])
  expect(countProject(project)).toMatchObject({ words: 9, percent: 0 })

  const { text, units } = exportUnits(project, 'po', { states: ['untranslated'], now: new Date(0) })
  expect(units).toBe(1)
  const imported = importUnits(project, [{ name: 'guide.po', content: translate(text) }])
  expect(imported).toMatchObject({ accepted: 1, refused: [], messages: [] })
  const [page] = imported.pages
  expect(page?.file).toBe('fr-FR/move.mdx')
  expect(page?.text).toBe(french.replace('Gather the reports before the call.', translated))

  const after = await open(english, page?.text, serializeLock(imported.project.lock))
  expect(statesIn(after)).toEqual(['translated', 'translated'])
  expect(countProject(after).percent).toBe(100)
})

test('a change of the source makes its translation stale, once a lock is kept', async () => {
  const done = french.replace('Gather the reports before the call.', translated)
  const { lock } = syncLock(await open(english, done))
  const changed = english.replace('reports', 'invoices and reports')
  expect(statesIn(await open(changed, done, serializeLock(lock)))).toContain('stale')
})

test('every format comes back as it went', async () => {
  const project = await open(english, french)
  for (const format of textFormats) {
    const { text, extension } = exportUnits(project, format)
    const { messages, refused } = importUnits(project, [
      { name: `guide.${extension}`, content: text },
    ])
    expect({ format, messages, refused: refused.map(({ message }) => message.ruleId) }).toEqual({
      format,
      messages: [],
      refused: [],
    })
  }
})

test('a page without a translation is missing; one that is no MDX says where', async () => {
  expect(statesIn(await open(english, undefined))).toEqual(['missing', 'missing'])
  const { pages, unreadable = [] } = await open(english, 'Un.\n\n<b>Deux\n')
  expect(pages).toEqual([])
  expect(unreadable.map(({ file, line }) => `${file}:${line}`)).toEqual(['fr-FR/move.mdx:3'])
})

test('a file of another kind is a problem that names it', async () => {
  const { messages, accepted } = importUnits(await open(english, french), [
    { name: 'notes.docx', content: '' },
  ])
  expect(accepted).toBe(0)
  expect(messages.map((message) => `${message.file} ${message.ruleId} ${message.reason}`)).toEqual([
    'notes.docx exchange-syntax File is of no known format. Give a .po, .xlf or .csv file.',
  ])
})
