/** What a command loads before it works. A build runs from a bundle of the program, which is kept like other results. */
import { existsSync, globSync, readFileSync, readdirSync, truncateSync } from 'node:fs'
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isSealed } from '#src/sealed-folder.ts'
import { readOutput } from '../../bench/measure/output.ts'
import { startPasserelle } from '../support/child.ts'
import { docfxFiles, writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { copyWithSmallGuides } from '../support/small-guides.ts'

const project = join(import.meta.dirname, '../..')

/** Prints how many files Node loads as modules. */
const count = `
import { registerHooks } from 'node:module'
let files = 0
registerHooks({ load(url, context, next) { files += Number(url.startsWith('file:')); return next(url, context) } })
process.on('exit', () => console.error('files loaded: ' + files))`
const counting = { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(count)}"` }

/** Run a command; of a build without its bundle, the process that makes one counts, too. */
async function filesLoaded(cwd: string, ...args: readonly string[]): Promise<number> {
  const { code, warned, printed } = await startPasserelle(args, {
    cwd,
    env: { ...counting, CI: '' },
  }).ended
  expect(code, printed + warned).toBe(0)
  return Number(/files loaded: (\d+)/.exec(warned)?.[1])
}

async function onePage(): Promise<string> {
  const folder = await temporaryFolder()
  await writeTree(folder, {
    ...docfxFiles('fr-fr', { content: [{ files: ['**/*.md', '**/*.yml'] }] }),
    'fr-fr/docs/TOC.yml': '- name: Accueil\n  href: index.md\n',
    'fr-fr/docs/index.md':
      '---\ntitle: Accueil\ndescription: Une page.\n---\n\n# Accueil\n\nVoici.\n',
  })
  return folder
}

/** A program of its own with three pages, and its bundle. */
async function smallProgram() {
  const folder = join(await temporaryFolder(), 'program')
  await copyWithSmallGuides(folder)
  const build = async (out: string, env: NodeJS.ProcessEnv = {}) => {
    const args = ['build', '--keep-going', '--cache', join(folder, 'cache', out), '--out', out]
    const child = startPasserelle(args, { project: folder, cwd: folder, env: { CI: '', ...env } })
    const { code, printed, warned } = await child.ended
    expect(code, printed + warned).not.toBe(2)
    expect(printed + warned).toContain('pages built')
    const files = await readOutput(join(folder, out))
    return [...files].map(([path, { digest }]) => `${path} ${digest}`)
  }
  return { folder, build }
}

/** Folders of bundles that were made of a program. */
function bundlesOf(folder: string): string[] {
  const names = globSync(join(folder, 'node_modules/.cache/passerelle/program/*/program'))
  return names
    .filter((name) => readFileSync(name, 'utf8') === folder)
    .map((name) => join(name, '..'))
}

test('help loads a handful of modules, a build of a page 220', async () => {
  const folder = await onePage()
  expect(await filesLoaded(folder, '--help')).toBeLessThanOrEqual(30)
  const build = ['build', 'fr-fr', '--url', 'https://one.example', '--quiet', '--out']
  await filesLoaded(folder, ...build, 'first', '--cache', 'cache-1')
  expect(await filesLoaded(folder, ...build, 'second', '--cache', 'cache-2')).toBeLessThanOrEqual(
    220,
  )
})

test('the bundle builds the same site as the modules, and is made again when it is damaged', async () => {
  const { folder, build } = await smallProgram()
  const site = await build('of-modules', { DEBUG: 'passerelle' })
  expect(await build('of-ci', { CI: 'true' })).toEqual(site)
  expect(bundlesOf(folder)).toEqual([])
  expect(await build('of-bundle')).toEqual(site)
  const [bundle = ''] = bundlesOf(folder)
  expect(isSealed(bundle)).toBe(true)
  for (const name of readdirSync(bundle)) truncateSync(join(bundle, name), 10)
  expect(await build('of-another')).toEqual(site)
  expect(isSealed(bundle)).toBe(true)
  await writeFile(join(folder, 'src/new.ts'), 'export {}\n')
  expect(await build('of-a-change')).toEqual(site)
  expect(bundlesOf(folder)).toHaveLength(2)
})

test('where no bundle can be kept, modules do the work', async () => {
  const { folder, build } = await smallProgram()
  const site = await build('of-bundle')
  await rm(join(folder, 'node_modules'))
  const cache = join(folder, 'node_modules/.cache/passerelle')
  await mkdir(cache, { recursive: true })
  const packages = join(project, 'node_modules')
  for (const name of readdirSync(packages))
    if (name !== '.cache') await symlink(join(packages, name), join(folder, 'node_modules', name))
  await cp(join(packages, '.cache/passerelle/theme'), join(cache, 'theme'), { recursive: true })
  await writeFile(join(cache, 'program'), 'in the way')
  expect(await build('of-modules')).toEqual(site)
  expect(await readFile(join(cache, 'program'), 'utf8')).toBe('in the way')
  expect(existsSync(join(cache, 'theme'))).toBe(true)
})
