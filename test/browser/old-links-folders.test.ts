/** FastTrack’s docset in two languages, a page of it renamed after its ledger was made. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { environment } from '../support/copied-site.ts'
import { type ServedSite, serve } from '../support/server.ts'

const root = join(import.meta.dirname, '../..')
const fasttrack = join(root, '../shared/docsets/fasttrack-2020-07')
const hasDocset = existsSync(fasttrack)
if (!hasDocset) console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')

const [oldName, newName] = ['EMS-onboarding-phases', 'EMS-phases']
const old = (locale: string) => `${locale}/fasttrack/ems-onboarding-phases/`
const now = (locale: string) => `${locale}/fasttrack/ems-phases/`

describe.skipIf(!hasDocset)('a docset of docfx with a ledger', () => {
  let folder: string
  let browser: Browser
  let served: ServedSite
  let refused: { code: number; output: string }
  let command: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'passerelle-folders-'))
    for (const locale of ['en-us', 'fr-fr'])
      await cp(join(fasttrack, locale), join(folder, locale), { recursive: true })
    // The docset lies there to be read only.
    await promisify(execFile)('chmod', ['-R', 'u+w', folder])
    await run('links', 'accept', 'en-us', 'fr-fr')
    for (const locale of ['en-us', 'fr-fr']) await renamePage(join(folder, locale, 'fasttrack'))
    refused = await run('build', 'en-us', 'fr-fr', '--out', 'site')
    ;[, command = ''] = /Moved: npm run passerelle -- (.*)/.exec(refused.output) ?? []
    await run(...command.split(' '))
    const built = await run('build', 'en-us', 'fr-fr', '--out', 'site')
    if (built.code !== 0) throw new Error(built.output)
    ;[browser, served] = await Promise.all([openBrowser(), serve(join(folder, 'site'))])
  })
  afterAll(() => Promise.all([browser?.close(), served?.close(), rm(folder, { recursive: true })]))

  test('the build stops, names the page, its entry, the likely new place, and the whole command', () => {
    expect(refused.code).toBe(1)
    expect(refused.output).toMatch(
      /fr-fr\/permalinks\.json:\d+:3 error permalink-gone {2}Published page `fasttrack\/ems-onboarding-phases` .* is gone.* likely `fasttrack\/ems-phases`/,
    )
    expect(command).toBe(
      'links move fasttrack/ems-onboarding-phases fasttrack/ems-phases en-us fr-fr',
    )
    expect(refused.output).toContain('Nothing was published')
  })

  test.each([
    ['a page', old('fr-fr'), now('fr-fr')],
    ['a heading', `${old('fr-fr')}#remediate-phase`, `${now('fr-fr')}#remediate-phase`],
    ['a heading', `${old('en-us')}#windows-autopilot`, `${now('en-us')}#windows-autopilot`],
    [
      'the go link of a heading',
      'go/fasttrack/ems-onboarding-phases/#remediate-phase',
      `${now('fr-fr')}#remediate-phase`,
    ],
  ])(
    'the old address of %s leads to the new page, with script and without',
    async (_, from, to) => {
      for (const javaScriptEnabled of [true, false]) {
        const page = await browser.newPage({ javaScriptEnabled })
        await page.goto(served.url + from)
        if (page.url() !== served.url + to) {
          const ways = page.locator('.moved:visible a, .go-link > [id]:visible a[hreflang="fr-FR"]')
          if (!javaScriptEnabled || from.startsWith('go/'))
            await ways.or(page.locator('a[data-moved]')).first().click()
          await page.waitForURL(served.url + to)
        }
        const { hash } = new URL(page.url())
        if (hash) await expect.poll(() => page.locator(hash).count()).toBe(1)
        await page.close()
      }
    },
  )

  test('hosts get the old addresses beside those that docfx itself redirects', async () => {
    const lines = (await readFile(join(folder, 'site/_redirects'), 'utf8')).split('\n')
    expect(lines).toContain(`/${old('fr-fr')} /${now('fr-fr')} 301`)
    expect(lines.filter((line) => line.startsWith(`/${old('fr-fr')} `))).toHaveLength(1)
    expect(lines).toContain(
      '/fr-fr/fasttrack/data-migration/ /fr-fr/fasttrack/o365-data-migration/ 301',
    )
  })

  function run(...args: readonly string[]): Promise<{ code: number; output: string }> {
    return new Promise((resolve) => {
      const options = { cwd: root, env: { ...environment(root), INIT_CWD: folder } }
      const words = [join(root, 'src/cli/main.ts'), ...args]
      execFile(process.execPath, words, options, (error, out, warnings) => {
        const code = typeof error?.code === 'number' ? error.code : Number(Boolean(error))
        resolve({ code, output: out + warnings })
      })
    })
  }
})

/** Rename the page, and what links to it. */
async function renamePage(docset: string): Promise<void> {
  await rename(join(docset, `${oldName}.md`), join(docset, `${newName}.md`))
  for (const name of await readdir(docset)) {
    if (!name.endsWith('.md')) continue
    const path = join(docset, name)
    const text = await readFile(path, 'utf8')
    if (text.includes(oldName)) await writeFile(path, text.replaceAll(oldName, newName))
  }
}
