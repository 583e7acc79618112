/** Definitions of the glossary, which are translated as pages are. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { smallGuides } from '../support/small-guides.ts'
import { definitionsOf } from '#src/translation/glossary/definitions.ts'
import { type TranslatedDocset, translatedDocset } from '../support/translated-docset.ts'

const glossary = 'fr-fr/l10n/glossary.csv'
const lock = 'fr-fr/l10n/terms.fr-FR.lock'
const po = 'work/terms.en-US.fr-FR.po'

/** As Excel saves it in French. */
const table = `\uFEFFterm;fr-FR;note;dnt;definition:en-US;definition:fr-FR
FastTrack;;;x;;
old server;ancien serveur;;;"The server that people use today; it is switched off with the move.";
move;transfert;;;The day on which 20 people change systems.;Le jour où 30 personnes changent de système.
*plan* <b>;plan;;;What FastTrack does first.;
`.replaceAll('\n', '\r\n')

const newGuides = smallGuides()

async function withGlossary(text = table): Promise<TranslatedDocset> {
  const docset = await translatedDocset()
  await mkdir(dirname(join(docset.folder, glossary)), { recursive: true })
  await writeFile(join(docset.folder, glossary), text)
  return docset
}

test('they are counted, and `next` names their line', async () => {
  const { passerelle, read } = await withGlossary()
  const status = await passerelle('status', '--docset', 'terms')
  expect(status.printed).toContain('terms, en-US → fr-FR: 0 % of 25 words')
  expect(status.printed).toContain(`${glossary}  1 unverified, 2 missing`)
  const { printed } = await passerelle('next', '--docset', 'terms')
  expect(printed).toContain(`${glossary}:3`)
  expect(printed).toContain('The server that people use today')
  await passerelle('export', '--docset', 'terms', '--out', 'work')
  expect(await read(po)).toContain('#. glossary › *plan* <b>\n')
})

test.each(['po', 'xliff12', 'xliff21', 'csv'])(
  '%s: given back as it went out, no byte of the glossary changes',
  async (format) => {
    const { passerelle, files } = await withGlossary()
    await passerelle('sync')
    await passerelle('export', '--docset', 'terms', '--out', 'work', '--to', format)
    const before = await files()
    const base = po.slice(0, -3)
    const file = { po, csv: `${base}.csv` }[format] ?? `${base}.${format.slice(-2)}.xlf`
    const { code, printed } = await passerelle('import', file)
    expect([code, printed]).toMatchObject([0, /0 translated, 0 confirmed.* 0 refused/])
    expect(await files()).toEqual(before)
  },
)

test('what is safe to repair is repaired, in each language and in no other byte', async () => {
  const guides = await newGuides()
  const path = join(guides.root, 'content/l10n/glossary.csv')
  await mkdir(dirname(path), { recursive: true })
  const typed = [
    'term,fr-FR,definition:en,definition:fr-FR,definition:de',
    "move,transfert,The day of the move,Le jour où l'on change,Der Tag des Umzugs",
    'plan,plan,"What we do, first",Ce que l\'on fait !,Was wir zuerst tun',
  ].join('\r\n')
  await writeFile(path, typed)
  await guides.run('check', '--fix')
  expect(await readFile(path, 'utf8')).toBe(
    typed.replaceAll("l'on", 'l’on').replace('fait !', 'fait\u202F!'),
  )
})

test('a column is written into the file as another column has left it', () => {
  const typed = 'term,definition:en,definition:fr-FR\nplan,First,Avant'
  const english = definitionsOf(typed, 'en')?.write?.(new Map([['plan', 'What comes first']]))
  const both = definitionsOf(typed, 'fr-FR')?.write?.(new Map([['plan', 'Avant tout']]), english)
  expect(both).toBe('term,definition:en,definition:fr-FR\nplan,What comes first,Avant tout')
})

test('a translation goes into its cell, and no other byte changes', async () => {
  const { passerelle, edit, files, read } = await withGlossary()
  await passerelle('sync')
  await passerelle('export', '--docset', 'terms', '--out', 'work')
  const before = await files()
  await edit(
    po,
    'msgid "What FastTrack does first."\nmsgstr ""',
    'msgid "What FastTrack does first."\nmsgstr "Ce que FastTrack fait d’abord ; et « *après* »."',
  )
  const { code, printed } = await passerelle('import', po)
  expect([code, printed]).toMatchObject([0, /1 translated.* 1 still wait/s])
  expect(await files()).toEqual({
    ...before,
    [glossary]: table.replace(
      'does first.;',
      'does first.;"Ce que FastTrack fait d’abord ; et « *après* »."',
    ),
    [lock]: await read(lock),
  })
  expect(await read(lock)).toMatch(/ ok$/m)
  const later = await passerelle('status', '--docset', 'terms')
  expect(later.printed).toMatch(/translated +1 block/)
  await edit(glossary, 'What FastTrack does first.', 'What FastTrack does last.')
  expect((await passerelle('status', '--docset', 'terms')).printed).toMatch(/stale +1 block/)
})

test('check compares numbers and names; what is not spacing is left to the translator', async () => {
  const { passerelle, read } = await withGlossary(
    table.replace('first.;', 'first.;Ce que Fast Track fait d’abord!'),
  )
  const { printed } = await passerelle('check', '--docset', 'terms')
  expect(printed).toMatch(/glossary\.csv:4:\d+ \w+ l10n-number/)
  expect(printed).toMatch(/glossary\.csv:5:\d+ \w+ l10n-fr-space-missing/)
  const before = await read(glossary)
  await passerelle('check', '--docset', 'terms', '--fix')
  expect(await read(glossary)).toBe(before.replace('abord!', 'abord\u00a0!'))
})

test('several languages of one import are all in the file', async () => {
  const { folder, passerelle, read } = await withGlossary(
    'term;definition:en-US;definition:fr-FR;definition:de-DE\nmove;The day of change.;;\n',
  )
  const publish = await read('fr-fr/.openpublishing.publish.config.json')
  const german = {
    '.openpublishing.publish.config.json': publish
      .replace('fr-FR', 'de-DE')
      .replace('fr-fr', 'de-de'),
    'moves/docfx.json': await read('fr-fr/moves/docfx.json'),
    'moves/plan.md': '# Den Umzug planen\n',
  }
  for (const [path, text] of Object.entries(german)) {
    await mkdir(dirname(join(folder, 'de-de', path)), { recursive: true })
    await writeFile(join(folder, 'de-de', path), text)
  }
  await passerelle('export', 'de-de', '--docset', 'terms', '--out', 'work')
  for (const [tag, words] of [
    ['fr-FR', 'Le jour du changement.'],
    ['de-DE', 'Der Tag des Wechsels.'],
  ]) {
    const path = join(folder, `work/terms.en-US.${tag}.po`)
    const text = await read(`work/terms.en-US.${tag}.po`)
    await writeFile(path, text.replace('change."\nmsgstr ""', `change."\nmsgstr "${words}"`))
  }
  const files = ['fr-FR', 'de-DE'].map((tag) => `work/terms.en-US.${tag}.po`)
  const { code } = await passerelle('import', 'de-de', ...files)
  expect(code).toBe(0)
  expect(await read(glossary)).toContain(
    'move;The day of change.;Le jour du changement.;Der Tag des Wechsels.\n',
  )
})

test('a glossary with broken quotes is reported, and nothing is written', async () => {
  const { passerelle, edit, read } = await withGlossary()
  await passerelle('sync')
  await passerelle('export', '--docset', 'terms', '--out', 'work')
  await edit(po, 'first."\nmsgstr ""', 'first."\nmsgstr "Ce que FastTrack fait d’abord."')
  await edit(glossary, 'with the move."', 'with the move.')
  const damaged = await read(glossary)
  const { code, printed } = await passerelle('import', po)
  expect(code).toBe(1)
  expect(printed).toContain(`${glossary}:3:1 error glossary-row`)
  expect(await read(glossary)).toBe(damaged)
})

test('without a column of definitions for a second language there is nothing to translate', async () => {
  const { passerelle } = await withGlossary('term;definition:en-US\nmove;The day.\n')
  const { code, warned } = await passerelle('status', '--docset', 'terms')
  expect([code, warned]).toMatchObject([2, /no docset `terms`/])
})
