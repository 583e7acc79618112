import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type SmallGuides, smallGuides } from '../support/small-guides.ts'

const ledger = 'content/permalinks.json'
const lock = 'content/l10n/fasttrack.fr-FR.lock'

const smallSite = smallGuides()

/** Guides with a ledger and a lock, which are without a version. */
async function olderSite() {
  const site = await smallSite()
  await site.run('links', 'accept')
  await site.run('sync')
  const texts = { ledger: await text(site, ledger), lock: await text(site, lock) }
  await writeFile(join(site.root, ledger), texts.ledger.replace(/,\n {2}"\$version": 1/, ''))
  await writeFile(join(site.root, lock), texts.lock.split('\n').slice(2).join('\n'))
  return { ...site, texts }
}

function text({ root }: SmallGuides, path: string): Promise<string> {
  return readFile(join(root, path), 'utf8')
}

test('files of an older Passerelle are told by check, and migrate brings them along', async () => {
  const site = await olderSite()
  const check = await site.run('check')
  for (const path of [ledger, lock]) {
    expect(check.output).toMatch(new RegExp(`${path}:1:1 warning format-old .*passerelle migrate`))
  }
  expect(check.code).toBe(0)
  const { code, output } = await site.run('migrate')
  expect([code, output.split('\n').map((line) => line.split(':')[0])]).toEqual([0, [ledger, lock]])
  expect(await text(site, ledger)).toBe(site.texts.ledger)
  expect(await text(site, lock)).toBe(site.texts.lock)
  expect((await site.run('check')).output).not.toContain('format-old')
  expect((await site.run('migrate')).output).toContain('Nothing to do')
  expect(await readdir(join(site.root, 'content/l10n'))).toHaveLength(1)
})

test('with one file that cannot be read none is written', async () => {
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
