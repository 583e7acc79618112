import { cp, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addConfigVersion } from '#src/config/config-version.ts'
import { temporaryFolder } from '../support/folder.ts'
import { type SmallGuides, smallGuides } from '../support/small-guides.ts'

const ledger = 'content/permalinks.json'
const config = 'content/site.config.ts'
const lock = 'content/l10n/fasttrack.fr-FR.lock'
const stringsLock = 'content/l10n/content-ui.fr-FR.lock'

const smallSite = smallGuides()

/** Guides with a ledger and a lock; they and the configuration are without a version. */
async function olderSite(change: (config: string) => string = (text) => text) {
  const site = await smallSite()
  // A process reads a configuration once: first of all.
  const path = join(site.root, config)
  await writeFile(path, change((await text(site, config)).replace('\n  version: 1,', '')))
  await site.run('links', 'accept')
  await site.run('sync')
  const texts = { ledger: await text(site, ledger), lock: await text(site, lock) }
  await writeFile(join(site.root, ledger), texts.ledger.replace(/,\n {2}"\$version": 1/, ''))
  await writeFile(join(site.root, lock), texts.lock.split('\n').slice(2).join('\n'))
  const strings = await text(site, stringsLock)
  await writeFile(join(site.root, stringsLock), strings.split('\n').slice(2).join('\n'))
  return { ...site, texts }
}

function text({ root }: SmallGuides, path: string): Promise<string> {
  return readFile(join(root, path), 'utf8')
}

test('check reports files of an older Passerelle, and migrate upgrades them', async () => {
  const site = await olderSite()
  const check = await site.run('check', '--all')
  for (const path of [config, ledger, lock, stringsLock]) {
    expect(check.output).toMatch(
      new RegExp(`${path}:1:\\d+ warning format-old .*passerelle migrate`),
    )
  }
  expect(check.code).toBe(0)
  const { code, output } = await site.run('migrate')
  expect([code, output.split('\n').map((line) => line.split(':')[0])]).toEqual([
    0,
    [config, ledger, lock, stringsLock],
  ])
  expect(await text(site, ledger)).toBe(site.texts.ledger)
  expect(await text(site, lock)).toBe(site.texts.lock)
  expect(await text(site, config)).toContain('export default {\n  version: 1,\n  url:')
  const copy = join(await temporaryFolder(), 'copy')
  await cp(site.root, copy, { recursive: true })
  expect((await site.runIn(copy, 'check')).output).not.toContain('format-old')
  expect((await site.runIn(copy, 'migrate')).output).toContain('Nothing to do')
  const kept = ['content-ui.fr-FR.lock', 'fasttrack.fr-FR.lock']
  expect((await readdir(join(site.root, 'content/l10n'))).toSorted()).toEqual(kept)
})

test('if one file cannot be read, none is written', async () => {
  const site = await olderSite()
  await writeFile(join(site.root, lock), '# docs-l10n 2\n')
  const old = await text(site, ledger)
  const { code, output } = await site.run('migrate')
  expect(code).toBe(1)
  expect(output).toMatch(new RegExp(`${lock}:1:1 error format-new .*Update Passerelle`))
  expect(output).toContain('Nothing was written.')
  expect(await text(site, ledger)).toBe(old)
})

test('files of a newer Passerelle are an error of the check, and no command writes them', async () => {
  const site = await olderSite()
  await writeFile(join(site.root, lock), '# docs-l10n 2\n\nnew line\n')
  await writeFile(join(site.root, ledger), '{\n  "$version": 2\n}\n')
  for (const args of [['check'], ['sync'], ['links', 'accept'], ['check', '--fix']]) {
    const { code, output } = await site.run(...args)
    expect([args, code], output).toEqual([args, 1])
    expect(output).toContain('format-new')
  }
  expect(await text(site, lock)).toBe('# docs-l10n 2\n\nnew line\n')
})

test('a configuration keeps every other character, however it is written', async () => {
  const typed = [
    "import x from './x.ts'\n\n// Été\nexport default {\n    // Our address.\n    url: 'https://x.example',\n} satisfies X\n",
    "const site = {\r\n\turl: 'x',\r\n} as const\r\nexport default defineSite(site)\r\n",
    "export default { url: 'é', title: {} }",
  ]
  expect(await Promise.all(typed.map(addConfigVersion))).toEqual([
    typed[0]?.replace('{\n', '{\n    version: 1,\n'),
    typed[1]?.replace('{\r\n', '{\r\n\tversion: 1,\r\n'),
    "export default { version: 1, url: 'é', title: {} }",
  ])
  expect(await addConfigVersion('export default make()\n')).toBeUndefined()
})

test('a configuration that is computed has to be edited by hand, and nothing else is written', async () => {
  const site = await olderSite((whole) => {
    const all = whole.replace('export default', 'const all =')
    return `const make = () => ({ ...all })\n${all}\nexport default make()\n`
  })
  const { code, output } = await site.run('migrate')
  expect([code, output]).toEqual([1, expect.stringContaining('Add `version: 1,`')])
  expect(output).toContain('Nothing was written.')
})

test('a configuration of a newer Passerelle is reported in one message', async () => {
  const site = await smallSite()
  await site.edit(config, 'version: 1', "version: 2, somethingNew: 'x'")
  const { code, output } = await site.run('check')
  expect([code, output.split('\n')[0]]).toEqual([
    1,
    expect.stringMatching(/site\.config\.ts:2:3 error format-new .*Update Passerelle/),
  ])
  expect(output).toContain('1 error, 0 warnings')
})
