/** The page of work for people without a tool: typed in a browser, saved, and imported. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { counts } from '../support/handed-out.ts'
import { translatedDocset } from '../support/translated-docset.ts'
import { visitorOf } from '../support/visitor.ts'

const { newPage } = visitorOf(import.meta.dirname)

/** A docset with a stale, an untranslated and four missing units, and its page in a browser. */
async function opened(colorScheme: 'light' | 'dark' = 'light') {
  const docset = await translatedDocset()
  await docset.passerelle('sync', '--memory')
  await docset.edit('en-us/moves/plan.md', 'on the old server', 'on the former server')
  await docset.edit(
    'en-us/moves/after.md',
    'Switch off',
    '- Ask the people who know the old system.\n\nSwitch off',
  )
  const { code, printed } = await docset.passerelle('next', '--html', 'work.html')
  expect([code, printed]).toEqual([0, '7 to translate → work.html'])
  const page = await newPage({ colorScheme, viewport: { width: 320, height: 700 } })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())))
  await page.goto(pathToFileURL(join(docset.folder, 'work.html')).href)
  const field = (source: string) =>
    page.locator('section').filter({ has: page.getByText(source, { exact: true }) })
  return { ...docset, page, field, faults }
}

describe('the work page', () => {
  test('can be filled in by keyboard, and `import` reads what it saves', async () => {
    const docset = await opened()
    const { page, field, faults, folder, passerelle, read } = docset
    await field('Write down what they say.').getByRole('textbox').focus()
    await page.keyboard.type('Notez "tout" ; ce qu’elles disent.')
    const stale = field('Open <c1/> on the former server.')
    await expect.poll(async () => (await stale.locator('del').textContent())?.trim()).toBe('old')
    await expect.poll(() => stale.locator('li code').textContent()).toBe('<c1/> = `setup.exe`')
    await stale.getByRole('checkbox').focus()
    await page.keyboard.press('Space')
    await expect.poll(() => page.locator('#done').textContent()).toBe('2 sur 7 faites')
    await page.keyboard.press('Tab')
    const wait = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Enregistrer les traductions' }).focus()
    await page.keyboard.press('Enter')
    const download = await wait
    expect(download.suggestedFilename()).toBe('moves.en-US.fr-FR.csv')
    await download.saveAs(join(folder, 'saved.csv'))
    const { code, printed } = await passerelle('import', 'saved.csv')
    expect([code, printed]).toMatchObject([0, /1 translated, 1 confirmed.* 0 refused/])
    expect(await read('fr-fr/moves/plan.md')).toContain('- Notez "tout" ; ce qu’elles disent.')
    expect(await counts(docset)).not.toHaveProperty('stale')
    expect(faults).toEqual([])
  })

  test('a button inserts a match, lost tags are reported, and a reload keeps what was typed', async () => {
    const { page, field } = await opened()
    const same = field('Ask the people who know the old system.')
    await same.getByRole('button', { name: 'Utiliser cette traduction' }).click()
    const text = same.getByRole('textbox')
    await expect
      .poll(() => text.inputValue())
      .toBe('Interrogez les personnes qui connaissent l’ancien système.')
    await expect.poll(() => text.evaluate((node) => node === document.activeElement)).toBe(true)
    const coded = field('Switch off the <b1>old</b1> server.')
    await coded.getByRole('textbox').fill('Arrêtez l’<b1>ancien serveur.')
    await expect.poll(() => coded.getByRole('status').textContent()).toContain('</b1>')
    await coded.getByRole('textbox').fill('Arrêtez l’<b1>ancien</b1> serveur.')
    await expect.poll(() => coded.getByRole('status').textContent()).toBe('')
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await expect
      .poll(() => coded.getByRole('textbox').inputValue())
      .toBe('Arrêtez l’<b1>ancien</b1> serveur.')
    await expect.poll(() => page.locator('#done').textContent()).toBe('2 sur 7 faites')
  })

  test.each(['light', 'dark'] as const)(
    'has no accessibility violation, nor a scroll bar at 320 px (%s)',
    async (scheme) => {
      const { page } = await opened(scheme)
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      )
      expect(await readFile(new URL(page.url()), 'utf8')).not.toMatch(/https?:\/\//)
    },
  )
})
