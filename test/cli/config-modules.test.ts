/** Code of a site’s plugins is part of what a build depends on. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildPlaces } from '#src/cli/cache.ts'
import { configCodeDigest, configModules } from '#src/cli/config-modules.ts'
import { writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'

const config = "import { mine } from '../tools/mine.ts'\nexport default { plugins: [mine] }\n"

async function site() {
  const root = await temporaryFolder()
  await writeTree(root, {
    'content/site.config.ts': config,
    'tools/mine.ts':
      "import list from './list.json' with { type: 'json' }\nimport 'yaml'\nexport const mine = list\n",
    'tools/list.json': '[]',
    'tools/other.ts': '',
  })
  const program = async () =>
    (await buildPlaces({ root, cwd: root, cache: undefined, others: [] })).program
  return { root, program }
}

test('it is found by imports, files only', async () => {
  const { root } = await site()
  const names = configModules(root).map((path) => path.slice(root.length + 1))
  expect(names).toEqual(['content/site.config.ts', 'tools/list.json', 'tools/mine.ts'])
})

test('a plugin that has changed, or a file that it imports, makes another program', async () => {
  const { root, program } = await site()
  const before = await program()
  await writeFile(join(root, 'tools/other.ts'), '1')
  expect(await program()).toBe(before)
  await writeFile(join(root, 'tools/list.json'), '[1]')
  const after = await program()
  expect(after).not.toBe(before)
  await rm(join(root, 'tools/list.json'))
  expect(await program()).not.toBe(after)
})

test('a site without plugins keeps its facts when its configuration changes', async () => {
  const { root } = await site()
  await writeFile(join(root, 'content/site.config.ts'), 'export default {}\n')
  expect(configCodeDigest(root)).toBe(undefined)
})

test('the same site elsewhere has the same code', async () => {
  const [one, other] = [await site(), await site()]
  expect(configCodeDigest(one.root)).toBe(configCodeDigest(other.root))
})
