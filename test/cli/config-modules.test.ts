/** Code of a site’s plugins is part of what a build depends on. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildPlaces } from '#src/cli/cache.ts'
import { configCodeDigest, configModules } from '#src/cli/config-modules.ts'
import { buildInputs } from '#src/cli/unchanged-build.ts'
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

test('a plugin that reads the files of a folder is another one when one of them changes', async () => {
  const { root, program } = await site()
  const code =
    "const words = new URL('./words/', import.meta.url)\nconst site = new URL('..', import.meta.url)\n"
  await writeTree(root, { 'tools/mine.ts': code, 'tools/words/fr/a.txt': 'A', 'dist/a.txt': '' })
  const before = await program()
  await writeFile(join(root, 'dist/a.txt'), 'built')
  expect(await program()).toBe(before)
  await writeFile(join(root, 'tools/words/fr/a.txt'), 'B')
  expect(await program()).not.toBe(before)
})

test.each([
  ['asks where it is', "readFileSync(join(import.meta.dirname, 'list.json'))"],
  ['imports it while it runs', 'await import(`./list.json`, { with: { type: "json" } })'],
])('a plugin that %s is another one when a file changes that it reads', async (_what, code) => {
  const { root, program } = await site()
  await writeFile(join(root, 'tools/mine.ts'), code)
  const before = await program()
  await writeFile(join(root, 'tools/list.json'), '[1]')
  expect(await program()).not.toBe(before)
})

test('plugins of a configuration that several sites share are part of the program', async () => {
  const { root, program } = await site()
  await writeTree(root, {
    'content/site.config.ts': "export { default } from '../shared/config.ts'\n",
    'shared/config.ts': config,
  })
  const before = await program()
  await writeFile(join(root, 'tools/list.json'), '[1]')
  expect(await program()).not.toBe(before)
})

test('a site without plugins keeps its facts when its configuration changes', async () => {
  const { root } = await site()
  await writeFile(join(root, 'content/site.config.ts'), 'export default {}\n')
  expect(configCodeDigest(root)).toBe(undefined)
})

test('a file that a configuration without plugins imports is an input of the build', async () => {
  const { root } = await site()
  await writeTree(root, {
    'content/site.config.ts': "import title from '../title.ts'\nexport default { title }\n",
    'title.ts': "export default 'Guides'\n",
  })
  expect(configCodeDigest(root)).toBe(undefined)
  expect(buildInputs([], [], root)).toContain(join(root, 'title.ts'))
})

test('the same site elsewhere has the same code', async () => {
  const [one, other] = [await site(), await site()]
  expect(configCodeDigest(one.root)).toBe(configCodeDigest(other.root))
})
