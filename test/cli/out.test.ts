import { spawnSync } from 'node:child_process'
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { UsageError } from '#src/cli/arguments.ts'
import { publish } from '#src/cli/publish.ts'
import { moveFolder } from '#src/cli/publish/move-folder.ts'
import { refusePlace } from '#src/cli/publish/refuse-place.ts'
import { startPasserelle } from '../support/child.ts'
import { temporaryFolder } from '../support/folder.ts'

const isRoot = process.getuid?.() === 0

test.each([
  '',
  '..',
  '../..',
  '/',
  'content',
  'content/docs/new',
  'src/x',
  'node_modules/site',
  'guide',
  'guide/site',
  'to-guide/site',
])('no site is put at %j', async (out) => {
  const root = join(await temporaryFolder(), 'site')
  await mkdir(join(root, 'content/docs'), { recursive: true })
  await mkdir(join(root, 'guide'))
  await symlink('guide', join(root, 'to-guide'))
  const place = out === '/' ? out : join(root, out)
  const refused = refusePlace(place, { root, docsets: [join(root, 'guide')] })
  await expect(refused).rejects.toThrow(UsageError)
})

test('a folder in the project, and one whose name begins like the project’s, are fine', async () => {
  const parent = await temporaryFolder()
  const root = join(parent, 'site')
  await mkdir(root)
  const places = ['dist', 'guide-built', '../site-old', '../other/deep', 'node_modules/.cache/x']
  for (const out of places) {
    await refusePlace(join(root, out), { root, docsets: [join(root, 'guide')] })
  }
})

test('to another file system a folder is copied', async () => {
  const parent = await temporaryFolder()
  await mkdir(join(parent, 'from/deep'), { recursive: true })
  await writeFile(join(parent, 'from/deep/file'), 'text')
  const rename = () => Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }))
  await moveFolder(join(parent, 'from'), join(parent, 'to'), { rename })
  expect(await readFile(join(parent, 'to/deep/file'), 'utf8')).toBe('text')
  expect(await readdir(parent)).toEqual(['to'])
})

test('a mount point is filled, and the command says so', async ({ skip }) => {
  const folder = await temporaryFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  if (mounted.status !== 0) {
    console.warn('Skipped: this user may not mount a file system')
    return skip()
  }
  onTestFinished(() => void spawnSync('umount', [folder]))
  const messages: string[] = []
  const site = (names: readonly string[]) => async (fresh: string) => {
    await mkdir(join(fresh, 'en'))
    for (const name of names) await writeFile(join(fresh, name), name)
  }
  const options = { warn: (text: string) => void messages.push(text) }
  await publish(folder, site(['index.html', 'en/old.html', 'file']), options)
  await publish(folder, site(['index.html', 'en/new.html']), options)
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
    '.passerelle',
    'en',
    'en/new.html',
    'index.html',
  ])
  expect(messages[0]).toContain('one after the other')
  // A full disk leaves the site as it was, and nothing else.
  const full = publish(folder, (fresh) => writeFile(join(fresh, 'big'), Buffer.alloc(2 << 20)))
  await expect(full).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(await readdir(folder)).toEqual(['.passerelle', 'en', 'index.html'])
})

test.skipIf(!isRoot)('a page that may not be read is named in one sentence', async () => {
  const folder = await temporaryFolder()
  const publishing = {
    docsets_to_publish: [{ docset_name: 'g', build_source_folder: 'guide', locale: 'en-us' }],
  }
  await mkdir(join(folder, 'guide/closed'), { recursive: true })
  await writeFile(join(folder, '.openpublishing.publish.config.json'), JSON.stringify(publishing))
  const config = { build: { content: [{ files: ['**/*.md'] }] } }
  await writeFile(join(folder, 'guide/docfx.json'), JSON.stringify(config))
  await writeFile(join(folder, 'guide/a.md'), '---\ntitle: A\n---\n# A\n', { mode: 0 })
  spawnSync('chown', ['-R', '65534', folder])
  const run = () => startPasserelle(['check', '.'], { cwd: folder, uid: 65534 }).ended
  expect(await run()).toMatchObject({
    code: 1,
    printed: '',
    warned: expect.stringMatching(
      /^`guide\/a\.md` cannot be opened: permission denied.*\n$/,
    ) as string,
  })
  spawnSync('chmod', ['644', join(folder, 'guide/a.md')])
  spawnSync('chmod', ['0', join(folder, 'guide/closed')])
  expect((await run()).warned).toMatch(/^`guide\/closed` cannot be read: permission denied.*\n$/)
})
