import { readFile, writeFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCommands, run } from '#src/cli/run.ts'
import { temporaryFolder } from '../support/folder.ts'
import { readSarif } from '../support/sarif.ts'

const root = join(import.meta.dirname, '../..')

/** Run the command line as in `cwd`; gives what a person gets to see. */
async function terminal(args: readonly string[], cwd = root) {
  const printed: string[] = []
  const warned: string[] = []
  const code = await run(args, {
    cwd,
    root,
    print: (text) => void printed.push(text),
    warn: (text) => void warned.push(text),
  })
  return { code, printed: printed.join('\n'), warned: warned.join('\n') }
}

/** A docset of one page on disk, whose page is `text`. */
async function docsetOf(text: string): Promise<string> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'guide'))
  const publish = {
    docsets_to_publish: [{ docset_name: 'g', build_source_folder: 'guide', locale: 'en-us' }],
  }
  await writeFile(join(folder, '.openpublishing.publish.config.json'), JSON.stringify(publish))
  await writeFile(
    join(folder, 'guide/docfx.json'),
    '{"build": {"content": [{"files": ["**/*.md"]}]}}',
  )
  await writeFile(join(folder, 'guide/a.md'), text)
  return folder
}

const sound = '---\ntitle: A\ndescription: B\n---\n# A\n'

test('help fits on a screen and lists every command, the common options and the exit codes', async () => {
  const { code, printed } = await terminal(['--help'])
  expect(code).toBe(0)
  for (const [name] of await loadCommands()) {
    expect(printed).toMatch(new RegExp(`^  ${name} +[A-Z]`, 'm'))
  }
  expect(printed).toContain('--root folder')
  expect(printed).toContain('Exit codes')
  expect(printed.split('\n').length).toBeLessThan(45)
  expect(await terminal([])).toEqual({ code, printed, warned: '' })
})

test('help of a command can be asked for before or after its name', async () => {
  const help = await terminal(['check', '--help'])
  expect(help.printed).toMatch(/^check \[folder…\]/)
  expect(await terminal(['help', 'check'])).toEqual(help)
})

test('the old name of a command still works', async () => {
  const [renamed, old] = [await terminal(['sync', '--help']), await terminal(['adopt', '--help'])]
  expect(old).toEqual(renamed)
  expect(old.code).toBe(0)
  expect(old.printed).toMatch(/^sync \[folder…\]/)
})

test.each([
  ['a command that does not exist', ['chek'], 'Did you mean `check`?'],
  [
    'a command named like a part of JavaScript',
    ['constructor'],
    'There is no command `constructor`',
  ],
  ['a command that nothing is like', ['frobnicate'], '`frobnicate`. `passerelle --help` lists'],
  ['an option that does not exist', ['check', '--jsno'], 'Did you mean `--json`?'],
  ['an option without its value', ['build', '--base'], '`--base` needs a value.'],
  ['a value for an option that takes none', ['check', '--json=1'], '`--json` takes no value.'],
  ['a folder that does not exist', ['check', 'nowhere'], 'There is no folder `nowhere`'],
  ['a format that does not exist', ['check', '--format', 'xml'], 'Use text, json, github, sarif'],
  ['a SARIF log of a build', ['build', '--format', 'sarif'], 'Use text, json, github.'],
  ['an address that is none', ['build', '--url', 'here'], 'Write https://'],
  [
    'a page that several guides have',
    ['confirm', 'index'],
    'Choose one with --docset and --locale',
  ],
  ['a base without slashes', ['build', '--base', 'docs'], 'starts and ends with `/`'],
])('%s is wrong usage: exit code 2 and no stack trace', async (_, args, expected) => {
  const { code, printed, warned } = await terminal(args)
  expect(code).toBe(2)
  expect(warned).toContain(expected)
  expect(printed + warned).not.toContain('    at ')
})

test('a usage error shows the forms of the command, and where its options are described', async () => {
  const { warned } = await terminal(['links', 'retire'])
  expect(warned).toContain('links retire <id>')
  expect(warned).toContain('passerelle links --help')
  expect(warned).not.toContain('the reason, in the language of the source')
})

test('a package that the configuration imports and nobody installed is named, with what to do', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'content'))
  await writeFile(join(folder, 'content/site.config.ts'), "import 'not-installed'\n")
  const { code, warned } = await terminal(['check', '--root', folder], folder)
  expect([code, warned]).toEqual([
    1,
    'The package `not-installed`, which `content/site.config.ts` imports, is not installed. Run `npm install` in the folder of the site.',
  ])
})

test('without a site, a built one is looked for in the working directory', async () => {
  const folder = await temporaryFolder()
  const { code, warned } = await terminal(['links', 'check', '--root', folder], folder)
  expect(code).toBe(2)
  expect(warned).toMatch(/^`dist` is not a built site\./)
})

test('the version is that of the package', async () => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  for (const option of ['--version', '-v']) {
    expect(await terminal([option])).toEqual({ code: 0, printed: version, warned: '' })
  }
})

test('a docset without problems is reported as such', async () => {
  const { code, printed } = await terminal(['check', '.'], await docsetOf(sound))
  expect([code, printed]).toEqual([0, 'No problems.'])
})

test('problems come with their place, relative to where the author is, and exit code 1', async () => {
  const { code, printed } = await terminal(
    ['check', '.'],
    await docsetOf(`${sound}\n[!INCLUDE [a](a.md)]\n`),
  )
  expect(code).toBe(1)
  expect(printed).toContain('guide/a.md:7:1 error include-cycle  ')
  expect(printed).toContain('1 error, 0 warnings in 1 file.')
})

test('problems are available as JSON, as annotations and as a SARIF log', async () => {
  const folder = await docsetOf(`${sound}\n[!INCLUDE [a](a.md)]\n`)
  const json = JSON.parse(
    (await terminal(['check', '.', '--format', 'json'], folder)).printed,
  ) as unknown
  expect(json).toMatchObject({
    errors: 1,
    problems: [{ file: 'guide/a.md', line: 7, ruleId: 'include-cycle' }],
  })
  const { printed } = await terminal(['check', '.', '--format', 'github'], folder)
  expect(printed).toMatch(/^::error file=guide\/a\.md,line=7,col=1,title=include-cycle::/)
  const { runs } = readSarif((await terminal(['check', '.', '--format', 'sarif'], folder)).printed)
  const [{ results }] = runs
  expect(results.map(({ level, ruleId }) => [level, ruleId])).toEqual([['error', 'include-cycle']])
})

test('a build with errors publishes nothing and leaves the last site whole', async () => {
  const folder = await docsetOf(`${sound}\n[!INCLUDE [a](a.md)]\n`)
  await mkdir(join(folder, 'site'))
  await writeFile(join(folder, 'site/.passerelle'), '')
  await writeFile(join(folder, 'site/index.html'), 'the last site')
  const { code, printed, warned } = await terminal(['build', '.', '--out', 'site'], folder)
  expect(code).toBe(1)
  expect(printed).toContain('include-cycle')
  expect(warned).toContain('Nothing was published')
  expect(await readFile(join(folder, 'site/index.html'), 'utf8')).toBe('the last site')
})

test('warnings in a baseline are left out until there are others', async () => {
  const folder = await docsetOf(`${sound}\n[b](b.md)\n`)
  const check = (...args: string[]) =>
    terminal(['check', '.', '--baseline', 'known.json', ...args], folder)
  expect(await check()).toMatchObject({ code: 2 })
  expect((await check('--update-baseline')).printed).toBe('No problems.')
  const { printed, warned } = await check()
  expect([printed, warned]).toEqual(['No problems.', expect.stringContaining('1 known warning')])
  await writeFile(join(folder, 'guide/a.md'), `${sound}\n[b](b.md)\n\n[c](c.md)\n`)
  expect((await check()).printed).toMatch(/^guide\/a\.md:9:1 warning link-missing .*`c\.md`/)
  await writeFile(join(folder, 'known.json'), '[]')
  expect(await check()).toMatchObject({ code: 2 })
  expect((await terminal(['check', '.', '--update-baseline'], folder)).code).toBe(2)
})

test('a docset in two languages, none of which is said to be the source, asks for it', async () => {
  const [folder, other] = [await docsetOf(sound), await docsetOf(sound)]
  const config = join(other, '.openpublishing.publish.config.json')
  await writeFile(config, (await readFile(config, 'utf8')).replace('en-us', 'de-de'))
  const check = (...args: string[]) => terminal(['check', '.', other, ...args], folder)
  const asked = await check()
  expect(asked.code).toBe(2)
  expect(asked.warned).toContain('Add --source en-us or --source de-de.')
  expect(await check('--source', 'it-it')).toMatchObject({ code: 2 })
  expect(await check('--source')).toMatchObject({ code: 2 })
  expect(await check('--source=de-de')).toMatchObject({ code: 0 })
})
