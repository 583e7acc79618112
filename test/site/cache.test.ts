/** Whatever has happened to what earlier builds have left, the next one is right. */
import { execFileSync } from 'node:child_process'
import { chmod, cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, buildCold, difference, type Outcome, startBuild } from '../support/edits/builds.ts'
import { allowAll, copyCache, damages } from '../support/edits/damage.ts'
import { type Files, changedPaths, readFiles, showFiles } from '../support/edits/files.ts'
import { runKills } from '../support/edits/run-kills.ts'
import { type EditedSite, makeSite, ownModules } from '../support/edits/sites.ts'
import { isSlow, sample } from '../support/sample.ts'

/** Root may read and write anything: what somebody else may not is seen by somebody else. */
const uid = process.getuid?.() === 0 ? 65_534 : undefined

let site: EditedSite
let cold: Outcome

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-cache-'))
  await chmod(folder, 0o755)
  site = await makeSite('small', folder)
  // A theme takes a while to compile: that of the tests will do where nothing happens to it.
  if (isSlow) await ownModules(site)
  if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${uid}`, folder])
  await build(site, { out: 'warm', cache: 'cache' }, { uid })
  cold = await buildCold(site, { uid })
  expect(cold, cold.printed).toMatchObject({ code: 0, isPublished: true })
  if (isSlow) await copyCache(usualCache(), join(folder, 'usual'))
})

afterAll(async () => {
  await allowAll(site.folder)
  await rm(site.folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Files with other words in some of them. */
function withWords(
  files: Files,
  words: Readonly<Record<string, readonly [string, string]>>,
): Files {
  const changed = Object.entries(words).map(([path, [from, to]]): [string, Buffer] => {
    const text = String(files.get(path))
    if (!text.includes(from)) throw new Error(`No “${from}” in ${path}`)
    return [path, Buffer.from(text.replace(from, to))]
  })
  return new Map([...files, ...changed])
}

/** Where compiled themes are. */
function usualCache(): string {
  return join(site.project, 'node_modules/.cache/passerelle')
}

async function expectRight(cache?: string): Promise<void> {
  const out = `out-${cache ?? 'usual'}`
  const made = await build(site, { out, ...(cache && { cache }) }, { uid })
  await rm(join(site.folder, out), { recursive: true, force: true })
  expect(difference(made, cold)).toBeUndefined()
}

describe('a build is right where of its cache', () => {
  test.each(sample(Object.entries(damages), 3))('%s', async (_what, damage) => {
    const cache = join(site.folder, 'damaged')
    await copyCache(join(site.folder, 'cache'), cache)
    await damage(cache)
    await expectRight('damaged').finally(() => allowAll(cache))
  })
})

describe.runIf(isSlow)('a build is right where of the compiled themes', () => {
  test.each(Object.entries(damages))('%s', async (_what, damage) => {
    const cache = usualCache()
    await copyCache(join(site.folder, 'usual'), cache)
    await damage(cache)
    await expectRight().finally(() => allowAll(cache))
    await copyCache(join(site.folder, 'usual'), cache)
  })
})

test.runIf(isSlow)('a build is right where another version has filled the cache', async () => {
  const program = await readFiles(site.project, ['src', 'plugins'])
  // It reads pages in another way, draws them in another way, and makes other pictures.
  const otherProgram = withWords(program, {
    'plugins/alerts.ts': ["className: ['alert']", "className: ['alert', 'alert--old']"],
    'src/components/SiteFooter.astro': ['<footer', '<footer data-version="old"'],
    'src/render/images.ts': ['webp({ loop: 0 })', 'webp({ loop: 0, lossless: true })'],
  })
  await showFiles(site.project, program, otherProgram)
  const other = await build(site, { out: 'out-old', cache: 'other' }, { uid })
  await showFiles(site.project, otherProgram, program)
  const changed = changedPaths(other.files, cold.files)
  for (const end of ['.html', '.webp'])
    expect(changed.filter((path) => path.endsWith(end))).not.toEqual([])
  await expectRight('other')
})

test('two builds at once are right: of one site, into one folder', async () => {
  const place = { out: 'one', cache: 'shared-by-two' }
  const both = [startBuild(site, place, { uid }), startBuild(site, place, { uid })]
  const ended = await Promise.all(both.map((child) => child.ended))
  expect(ended.map(({ code }) => code)).toEqual([cold.code, cold.code])
  expect(difference(await build(site, place, { uid }), cold)).toBeUndefined()
  expect((await readdir(site.folder)).filter((name) => name.startsWith('.'))).toEqual([])
})

test.runIf(isSlow)('two builds at once are right: of one site, into two folders', async () => {
  const places = ['first', 'second'].map((out) => ({ out, cache: 'shared-by-places' }))
  const made = await Promise.all(places.map((place) => build(site, place, { uid })))
  for (const outcome of made) expect(difference(outcome, cold)).toBeUndefined()
})

test.runIf(isSlow)('two builds at once are right: of two sites, with one cache', async () => {
  const folder = join(site.folder, 'second-site')
  await cp(join(site.folder, 'docs'), join(folder, 'docs'), { recursive: true })
  const before = await readFiles(folder)
  const after = withWords(before, {
    'docs/en-us/docs/a.md': ['Some words', 'Other words'],
    'docs/fr-fr/docs/includes/i.md': ['Quelques mots', 'D’autres mots'],
  })
  await showFiles(folder, before, after)
  if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${uid}`, folder])
  const second: EditedSite = { ...site, folder, cwd: join(folder, 'docs') }
  const secondCold = await buildCold(second, { uid })
  const cache = 'shared-by-sites'
  const [one, other] = await Promise.all([
    build(site, { out: 'of-two', cache }, { uid }),
    build(second, { out: 'of-two', cache: join('..', cache) }, { uid }),
  ])
  expect(difference(one, cold)).toBeUndefined()
  expect(difference(other, secondCold)).toBeUndefined()
  expect(difference(other, cold)).toBeDefined()
})

// `npm run edits -- --kills 60` kills more of them.
test.runIf(isSlow)(
  'a build after one that was killed is right, and leaves nothing of it',
  async () => {
    const count = 8
    const { builds, differences } = await runKills(site, { count, seed: 4 })
    expect({ builds, differences }).toEqual({ builds: count, differences: [] })
  },
)
