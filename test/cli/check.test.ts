/** `check` on translations: what it says, what it repairs, what it leaves as it was. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '#src/cli/run.ts'
import { temporaryFolder } from '../support/folder.ts'

const root = join(import.meta.dirname, '../..')

/** A docset in English and French with what its team keeps beside it. */
async function docset(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder()
  const all = { ...configured('en-us'), ...configured('fr-fr'), ...files }
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

function configured(locale: string) {
  const publish = {
    docsets_to_publish: [{ docset_name: 'guide', build_source_folder: 'guide', locale }],
    dependent_repositories: [{ path_to_root: '_repo.en-us' }],
  }
  return {
    [`${locale}/.openpublishing.publish.config.json`]: JSON.stringify(publish),
    [`${locale}/guide/docfx.json`]: '{"build": {"content": [{"files": ["**/*.md"]}]}}',
  }
}

function check(cwd: string, ...options: readonly string[]) {
  return command('check', cwd, ...options)
}

async function command(name: string, cwd: string, ...options: readonly string[]) {
  const printed: string[] = []
  const warned: string[] = []
  const code = await run([name, 'en-us', 'fr-fr', ...options], {
    cwd,
    root,
    print: (text) => void printed.push(text),
    warn: (text) => void warned.push(text),
  })
  return { code, printed: printed.join('\n'), warned: warned.join('\n') }
}

/** Rules that speak, each as often as it does. */
async function rulesOf(cwd: string, ...options: readonly string[]): Promise<string[]> {
  const { printed } = await check(cwd, '--json', ...options)
  const { problems } = JSON.parse(printed) as { problems: { ruleId: string }[] }
  return problems.map(({ ruleId }) => ruleId)
}

const head = '---\ntitle: A\ndescription: B\n---\n'
const english = `${head}\n# Help\n\nAsk for help - today: it is free.\n`
const french = `${head}\n# <a name="help"></a>Aide\n\nDemandez de l'aide - aujourd’hui : c’est gratuit.\n`
const pages = { 'en-us/guide/a.md': english, 'fr-fr/guide/a.md': french }

describe('a foreign docset', () => {
  test('is checked for its pages only, unless an option includes translations', async () => {
    const folder = await docset(pages)
    expect((await check(folder)).printed).toBe('No problems.')
    const { code, printed, warned } = await check(folder, '--lint')
    expect(code).toBe(0)
    expect(printed).toContain('fr-fr/guide/a.md:8:14 warning l10n-fr-apostrophe  Apostrophe')
    expect(printed).toContain('0 errors, 3 warnings in 1 file.')
    expect(warned).toBe('--fix can repair up to 2 of them.')
  })

  test('is fixed by --fix: spaces and apostrophes, not what needs judgement', async () => {
    const folder = await docset(pages)
    const { printed, warned } = await check(folder, '--fix')
    expect(await readFile(join(folder, 'fr-fr/guide/a.md'), 'utf8')).toBe(
      french.replace("l'aide", 'l’aide').replace(' :', '\u00A0:'),
    )
    expect(await readFile(join(folder, 'en-us/guide/a.md'), 'utf8')).toBe(english)
    expect(warned).toBe('Repaired: 2 places in 1 file.')
    expect(printed).toContain('l10n-fr-dash')
    expect((await check(folder, '--fix')).warned).toBe('Nothing to repair.')
  })

  test('keeps its byte order mark and its line ends; a file that is not UTF-8 is left alone', async () => {
    const typed = `\uFEFF${french}`.replaceAll('\n', '\r\n')
    const latin = Buffer.from(`${head}\nÀ l'été.\n`, 'latin1')
    const folder = await docset({
      ...pages,
      'fr-fr/guide/a.md': typed,
      'en-us/guide/b.md': english,
      'fr-fr/guide/b.md': latin,
    })
    expect((await check(folder, '--fix')).code).toBe(1)
    expect(await readFile(join(folder, 'fr-fr/guide/a.md'), 'utf8')).toBe(
      typed.replace("l'aide", 'l’aide').replace(' :', '\u00A0:'),
    )
    expect((await readFile(join(folder, 'fr-fr/guide/b.md'))).equals(latin)).toBe(true)
  })
})

describe('the team’s files', () => {
  test('accepted findings are not reported, but a row that matches none is', async () => {
    const folder = await docset(pages)
    const { printed } = await check(folder, '--lint', '--json')
    const { problems } = JSON.parse(printed) as { problems: { ruleId: string; hash: string }[] }
    const hash = problems.find(({ ruleId }) => ruleId === 'l10n-fr-dash')?.hash ?? ''
    await mkdir(join(folder, 'kept'))
    const ignore = join(folder, 'kept/ignore.csv')
    const unused = 'l10n-number;0123456789abcdef;no number\n'
    await writeFile(ignore, `rule;hash;reason\nl10n-fr-dash;${hash};a name\n${unused}`)
    const kept = ['--l10n', 'kept']
    expect(await rulesOf(folder, '--lint', ...kept)).toEqual([
      'l10n-fr-apostrophe',
      'l10n-fr-space',
      'ignore-unused',
    ])
    // What is repaired has another hash afterwards; what was accepted of it still is.
    expect(await rulesOf(folder, '--fix', ...kept)).toEqual(['ignore-unused'])
    expect(await readFile(ignore, 'utf8')).toMatch(/\nl10n-fr-dash;[\da-f]{16};a name\n/)
    expect(await readFile(ignore, 'utf8')).not.toContain(hash)
  })

  test('the lock still has the state of a block after it is fixed', async () => {
    const folder = await docset(pages)
    expect((await command('sync', folder)).code).toBe(0)
    const before = (await command('status', folder, '--json')).printed
    expect((await check(folder, '--fix')).warned).toBe('Repaired: 2 places in 1 file.')
    expect((await command('status', folder, '--json')).printed).toBe(before)
  })

  test('its own glossary applies to terms, ours to names only', async () => {
    const words = {
      'en-us/guide/a.md': `${head}\nOpen the admin center of Intune.\n`,
      'fr-fr/guide/a.md': `${head}\nOuvrez le centre d’admin du service.\n`,
    }
    expect(await rulesOf(await docset(words), '--lint')).toEqual(['l10n-name'])
    const own = 'term;fr-FR\nadmin center;centre d’administration\n'
    const folder = await docset({ ...words, 'kept/glossary.csv': own })
    expect(await rulesOf(folder, '--lint', '--l10n', 'kept')).toEqual(['l10n-term'])
  })
})

test.each([
  ['--docset', 'gide', 'There is no docset `gide`. Use --docset with guide'],
  ['--locale', 'de-DE', 'There is no locale `de-DE`. Use'],
])('%s that is not there is wrong usage', async (option, value, expected) => {
  const { code, warned } = await check(await docset(pages), '--lint', option, value)
  expect(code).toBe(2)
  expect(warned).toContain(expected)
})
