/** A site’s own strings on the way to translators and back. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smallGuides } from '../support/small-guides.ts'

const newGuides = smallGuides()
const po = 'work/content-ui.en.fr-FR.po'
const english = `{
  "fasttrack.phase.assess": "Assess",
  "own.done.other": "{count} of {total} steps are done.",
  "own.twenty": "Wait 20 minutes!"
}
`
const french = `{
    "own.twenty": "Attendez 30 minutes!",
    "fasttrack.phase.assess": "Évaluation"
}
`

async function withStrings(own = french) {
  const guides = await newGuides()
  const write = (path: string, text: string) => writeFile(join(guides.root, path), text)
  const read = (path: string) => readFile(join(guides.root, path), 'utf8')
  await write('content/ui/en.json', english)
  await write('content/ui/fr-FR.json', own)
  return { ...guides, read, write }
}

test('strings are counted, listed and compared', async () => {
  const { run } = await withStrings()
  const status = await run('status', '--docset', 'content/ui')
  expect(status.output).toMatch(/missing +1 block/)
  expect((await run('next', '--docset', 'content/ui')).output).toContain('content/ui/en.json:3')
  const { output } = await run('check', '--docset', 'content/ui')
  expect(output).toMatch(/content\/ui\/fr-FR\.json:2:\d+ \w+ l10n-number/)
  expect(output).toMatch(/content\/ui\/fr-FR\.json:2:\d+ \w+ l10n-fr-space-missing/)
})

test('what is safe to repair is repaired, and no other byte of the file', async () => {
  const { run, read } = await withStrings()
  await run('check', '--docset', 'content/ui', '--fix')
  expect(await read('content/ui/fr-FR.json')).toBe(french.replace('minutes!', 'minutes\u202F!'))
})

test('a string that lost a placeholder is refused, the others are imported', async () => {
  const { run, edit, read } = await withStrings()
  await run('export', '--docset', 'content/ui', '--out', 'work')
  const [source] = /msgid ".*steps are done\."\nmsgstr "/.exec(await read(po)) ?? []
  const [one, two] = [...(source ?? '').matchAll(/<(\w+)\/>|<(\w+)>.*?<\/\2>/g)].map(
    ([typed]) => typed,
  )
  await edit(po, `${source}"`, `${source}Des étapes sur ${two} sont faites."`)
  const lost = await run('import', po)
  expect([lost.code, lost.output]).toMatchObject([1, /error code-lost/])
  expect(await read('content/ui/fr-FR.json')).toBe(french)
  await edit(po, 'Des étapes sur', `${one} étapes sur`)
  expect(await run('import', po)).toMatchObject({ code: 0 })
  expect(await read('content/ui/fr-FR.json')).toBe(
    french.replace(
      'Évaluation"',
      'Évaluation",\n    "own.done.other": "{count} étapes sur {total} sont faites."',
    ),
  )
})

test('check reports a placeholder that a translation lacks', async () => {
  const { run } = await withStrings(
    french.replace('{', '{\n    "own.done.other": "{count} étapes sont faites.",'),
  )
  const { output } = await run('check', '--docset', 'content/ui')
  expect(output).toMatch(/content\/ui\/fr-FR\.json:2:\d+ warning l10n-code .*`\{total\}`/)
})

test('a file that is not JSON is reported and not changed', async () => {
  const { run, write, read } = await withStrings()
  await run('export', '--docset', 'content/ui', '--out', 'work')
  await write('content/ui/fr-FR.json', french.replace(',', ''))
  const { code, output } = await run('import', po)
  expect([code, output]).toMatchObject([1, /content\/ui\/fr-FR\.json:3:5 error ui-json/])
  expect(await read('content/ui/fr-FR.json')).toBe(french.replace(',', ''))
})
