/** The command line as a process of its own: pipes, signals, rights, the folder that it is started from. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { startPasserelle } from '../support/child.ts'
import { temporaryFolder } from '../support/folder.ts'
import { copyWithSmallGuides } from '../support/small-guides.ts'
import { translatedDocset } from '../support/translated-docset.ts'

const isRoot = process.getuid?.() === 0
let project: string
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'passerelle-program-'))
  await copyWithSmallGuides(project)
  return () => rm(project, { recursive: true, force: true })
})

test('a reader that has read enough ends nothing with a stack trace', async () => {
  const main = join(project, 'src/cli/main.ts')
  const command = `"$0" "$1" status | head -1; exit "\${PIPESTATUS[0]}"`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, main], {
    cwd: project,
    encoding: 'utf8',
  })
  expect(stdout.trim().split('\n')).toHaveLength(1)
  expect([status, stderr]).toEqual([0, ''])
})

test('an output that is closed before the command begins is no failure, either', async () => {
  const child = spawn(process.execPath, [join(project, 'src/cli/main.ts'), 'status', '--json'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.destroy()
  let warned = ''
  child.stderr.on('data', (data) => (warned += String(data)))
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, warned]).toEqual([0, ''])
})

test.each([
  ['a name that nobody has declared', 'export default {\n  url: nowhere,\n}\n', /2:8 .*nowhere/],
  ['a file that ends too early', 'export default {\n  url: "https', /site\.config\.ts/],
  ['an option that is not there', 'export default {\n  ur: 1,\n}\n', /site\.config\.ts/],
])('a broken configuration is told in one sentence: %s', async (_, config, expected) => {
  const broken = join(await temporaryFolder(), 'project')
  await copyWithSmallGuides(broken)
  await writeFile(join(broken, 'content/site.config.ts'), config)
  const { code, printed, warned } = await startPasserelle(['check'], {
    project: broken,
    cwd: broken,
  }).ended
  expect(code).toBe(1)
  expect(printed + warned).toMatch(expected)
  expect(printed + warned).not.toMatch(/\n\s+at /)
})

test.each([
  ['the only process', () => project],
  ['two, for the project’s path is odd', oddProject],
])('Ctrl+C during a build leaves the last site, and nothing half made: %s', async (_, place) => {
  const root = await place()
  const folder = await temporaryFolder()
  const temporary = await temporaryFolder()
  const out = join(folder, 'site')
  await mkdir(out)
  for (const name of ['.passerelle', 'index.html']) await writeFile(join(out, name), 'the last')
  const options = { project: root, cwd: root, env: { TMPDIR: temporary } }
  const child = startPasserelle(['build', '--out', out], options)
  await made(folder, ['site'])
  child.process.kill('SIGINT')
  expect(await child.ended).toMatchObject({ code: 130, printed: '', warned: '' })
  expect([await readdir(folder), await readdir(temporary)]).toEqual([['site'], []])
  expect((await readdir(out)).toSorted()).toEqual(['.passerelle', 'index.html'])
})

test('a missing folder of translations is a usage error, like a missing ledger', async () => {
  const docset = await translatedDocset()
  const args = ['check', 'en-us', 'fr-fr', '--l10n', 'nowhere']
  const { code, warned } = await startPasserelle(args, { project, cwd: docset.folder }).ended
  expect(code).toBe(2)
  expect(warned).toContain('There is no folder `nowhere` for --l10n')
})

test.skipIf(!isRoot)('a path that is not writable is reported in one sentence', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'closed'), { mode: 0o555 })
  spawnSync('chmod', ['755', folder])
  const docset = await translatedDocset(join(folder, 'docset'))
  const args = ['build', 'en-us', 'fr-fr', '--url', 'https://x.example', '--out', '../closed/site']
  const options = { cwd: docset.folder, uid: 65534 }
  const { code, warned } = await startPasserelle(args, options).ended
  expect(code).toBe(1)
  expect(warned).toMatch(/closed[^\n]*cannot be written: permission denied/)
  expect(warned).not.toMatch(/\n\s+at /)
  expect(await readdir(join(folder, 'closed'))).toEqual([])
})

async function oddProject(): Promise<string> {
  const root = join(await temporaryFolder(), 'guides #1')
  await copyWithSmallGuides(root)
  return root
}

/** When something else than `names` is in the folder. */
async function made(folder: string, names: readonly string[]): Promise<void> {
  const others = (await readdir(folder)).filter((name) => !names.includes(name))
  if (others.length > 0) return
  await new Promise((resolve) => setImmediate(resolve))
  return made(folder, names)
}
