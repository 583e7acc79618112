import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { readOutput } from '../../bench/measure/output.ts'
import { addresses, answered, search, violations } from '../support/search-dialog.ts'
import { serve } from '../support/server.ts'

const program = join(import.meta.dirname, '../..')
const fasttrack = join(program, '../shared/docsets/fasttrack-2020-07')
let folder: string
let tarball: string

/** Run a command as a person would: with the machine’s own Node, not with that of this project. */
async function run(cwd: string, command: string, ...args: readonly string[]) {
  const path = (process.env['PATH'] ?? '').split(delimiter)
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|VITEST|INIT_CWD)/.test(name),
  )
  const env = {
    ...Object.fromEntries(kept),
    NODE_ENV: '',
    PATH: path.filter((item) => !item.includes('node_modules')).join(delimiter),
  }
  const { stdout, stderr } = await promisify(execFile)(command, args, {
    cwd,
    env,
    maxBuffer: 2 ** 26,
  })
  return stdout + stderr
}

/** Each file of a site by its content. */
async function digestsIn(site: string): Promise<[string, string][]> {
  return [...(await readOutput(site))].map(([path, { digest }]) => [path, digest])
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-package-'))
  // With the project’s own npm scripts: the package is compiled before it is packed.
  await promisify(execFile)('npm', ['pack', '--pack-destination', folder], { cwd: program })
  const [name = ''] = (await run(folder, 'ls')).split('\n')
  tarball = join(folder, name)
  await mkdir(join(folder, 'new'))
  await run(join(folder, 'new'), 'npm', 'install', tarball)
})

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

describe('the package, installed in an empty folder', () => {
  test('begins a site that has its own title and colour, two languages, and search', async () => {
    const around = join(folder, 'new')
    await run(around, 'npx', 'passerelle', 'init', 'my-guides')
    const site = join(around, 'my-guides')
    await run(site, 'npm', 'install')
    const config = join(site, 'content/site.config.ts')
    const text = await readFile(config, 'utf8')
    await writeFile(
      config,
      text.replace(
        "title: { en: 'My guides' }",
        "title: { en: 'Our own' },\n  theme: { accent: '#7a1fa2' }",
      ),
    )
    expect(await run(site, 'npm', 'run', 'build')).not.toMatch(/error|warning/)
    expect(await run(site, 'npm', 'run', 'check')).toContain('No problems.')
    const served = await serve(join(site, 'dist'))
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(`${served.url}en/guide/`)
      expect(await page.title()).toContain('Our own')
      const link = page.locator('main a').first()
      expect(await link.evaluate((element) => getComputedStyle(element).color)).not.toBe(
        'rgb(12, 74, 56)',
      )
      expect(await violations(page)).toEqual([])
      await search(page, 'computer')
      await answered(page)
      expect((await addresses(page))[0]).toContain('hand-over-computer')
      await page.goto(`${served.url}fr-fr/guide/steps/`)
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(
        'Suivre les étapes',
      )
      expect(await violations(page)).toEqual([])
      expect(await page.content()).not.toMatch(/bridge|pont/i)
    } finally {
      await browser.close()
      await served.close()
    }
  })

  test.runIf(existsSync(fasttrack))('builds the FastTrack pair as this checkout does', async () => {
    const empty = join(folder, 'new/pair')
    await mkdir(empty)
    const folders = [join(fasttrack, 'fr-fr'), join(fasttrack, 'en-us')]
    await run(empty, 'npx', 'passerelle', 'build', ...folders, '--out', 'site')
    await mkdir(join(folder, 'here'))
    const main = join(program, 'src/cli/main.ts')
    const here = ['build', ...folders, '--out', 'site']
    await promisify(execFile)(process.execPath, [main, ...here], { cwd: join(folder, 'here') })
    expect(await digestsIn(join(empty, 'site'))).toEqual(await digestsIn(join(folder, 'here/site')))
  })

  test('has what it says that it has', async () => {
    const installed = join(folder, 'new/node_modules/passerelle')
    const { exports, bin } = JSON.parse(
      await readFile(join(installed, 'package.json'), 'utf8'),
    ) as {
      exports: Record<string, string | Record<string, string>>
      bin: Record<string, string>
    }
    expect(Object.keys(exports).toSorted()).toEqual([
      '.',
      './components/*',
      './package.json',
      './plugins/docfx',
      './plugins/guide',
      './schema.json',
      './styles/*',
      './translation',
    ])
    const named = [...Object.values(exports), bin].flatMap((item) =>
      typeof item === 'string' ? item : Object.values(item),
    )
    for (const path of named.filter((item) => !item.includes('*'))) {
      expect(existsSync(join(installed, path)), path).toBe(true)
    }
  })

  test.each([
    ['passerelle', ['default', 'defineSite', 'passerelle']],
    [
      'passerelle/plugins/guide',
      ['directiveNames', 'guideContent', 'guidePreset', 'guideProcessor'],
    ],
    [
      'passerelle/plugins/docfx',
      ['docfxFragmentProcessors', 'docfxHtml', 'docfxPreset', 'docfxProcessor'],
    ],
    [
      'passerelle/translation',
      'blockStates countProject exportUnits importUnits openTranslation parseLock pendingStates readBlocks readGlossary readTmx serializeLock statesOf syncLock textFormats unitSetOf writeTmx'.split(
        ' ',
      ),
    ],
  ])('offers by the name of %s', async (name, wanted) => {
    const code = `console.log(JSON.stringify(Object.keys(await import('${name}'))))`
    const printed = await run(join(folder, 'new'), 'node', '--input-type=module', '-e', code)
    expect(JSON.parse(printed)).toEqual(wanted)
  })
})
