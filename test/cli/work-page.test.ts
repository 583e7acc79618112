/** `next --html`: what it writes where, and what it does not. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '#src/cli/run.ts'
import { temporaryFolder } from '../support/folder.ts'
import { handedOut } from '../support/handed-out.ts'

test('holds as many units as were asked for, and replaces an earlier one', async () => {
  const docset = await handedOut()
  for (const count of ['2', '4']) {
    const { code, printed } = await docset.passerelle('next', '--count', count, '--html', 'w.html')
    expect([code, printed]).toEqual([0, `${count} to translate → w.html`])
    expect((await docset.read('w.html')).match(/<textarea/g)).toHaveLength(Number(count))
  }
})

test('shows markup in texts of units as text', async () => {
  const docset = await handedOut()
  await docset.edit('en-us/moves/after.md', 'Switch', 'Type `</script><b x="` or `"><i>` & switch')
  await docset.passerelle('next', '--count', '9', '--html', 'w.html')
  const text = await docset.read('w.html')
  expect(text.match(/<\/script>/g)).toHaveLength(2)
  expect(text).toContain('&lt;/script&gt;&lt;b x="')
})

test.each([
  ['notes.html', /exists and is not a work page/],
  ['notes.txt', /no name of a \.html file/],
])('%s is not written over', async (name, expected) => {
  const docset = await handedOut()
  await writeFile(join(docset.folder, name), '<p>Mine</p>')
  const { code, warned } = await docset.passerelle('next', '--html', name)
  expect([code, warned]).toMatchObject([2, expected])
  expect(await docset.read(name)).toBe('<p>Mine</p>')
})

/** The page for a translation of two folders, in a project of its own. */
async function pageFor(folder: string, from: string, to: string) {
  const told: string[] = []
  const tell = (text: string) => void told.push(text)
  const terminal = { cwd: folder, root: folder, print: tell, warn: tell }
  expect([await run(['next', from, to, '--html', 'w.html'], terminal), told]).toMatchObject([0, {}])
  return readFile(join(folder, 'w.html'), 'utf8')
}

test('its words are strings of the interface, and those of the site win', async () => {
  const { folder } = await handedOut()
  const page = await pageFor(folder, 'en-us', 'fr-fr')
  expect(page).toContain('<html lang="fr-FR" dir="ltr">')
  expect(page).toContain('>Enregistrer les traductions</button>')
  await mkdir(join(folder, 'content/ui'), { recursive: true })
  const own = { 'work.save': 'Tout garder & <fermer>' }
  await writeFile(join(folder, 'content/ui/fr-FR.json'), JSON.stringify(own))
  expect(await pageFor(folder, 'en-us', 'fr-fr')).toContain(
    '>Tout garder &amp; &lt;fermer&gt;</button>',
  )
})

test('pages of another generator have them in any language that the interface speaks', async () => {
  const folder = await temporaryFolder()
  for (const [path, text] of [
    ['docs/en/a.md', '# Guide\n\nClick the button.\n'],
    ['docs/he/a.md', '# מדריך\n'],
  ] as const) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const page = await pageFor(folder, 'docs/en', 'docs/he')
  expect(page).toContain('<html lang="he" dir="rtl">')
  expect(page).toContain('>שמירת התרגומים</button>')
})
