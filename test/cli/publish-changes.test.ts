/** A site that is changed in place: killed at any step, the next start ends with one whole site, and loses nothing. */
import { cp, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PartlyPublishedError, applyChanges } from '#src/cli/publish/changes.ts'
import { repairPublished } from '#src/cli/publish.ts'
import { siteStamp } from '#src/cli/publish/tree.ts'
import { treeIn, writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { type Kill, filesKilledAt } from '../support/killed-publish.ts'
import { publishFiles } from '../support/publish-files.ts'

const pages = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [`en/${at}/index.html`, `page ${at}`]),
)
const before = {
  ...pages,
  'en/index.html': 'styled by old.css',
  'style/old.css': 'old',
  'en/gone/index.html': 'gone',
  'service-worker.js': 'keeps old pages',
  'pagefind/languages.json': 'names old words',
}
const { 'style/old.css': _style, 'en/gone/index.html': _gone, ...kept } = before
const after = {
  ...kept,
  'en/index.html': 'styled by new.css',
  'en/1/index.html': 'page 1, changed',
  'en/new/index.html': 'new',
  'style/new.css': 'new',
  'service-worker.js': 'keeps new pages',
  'pagefind/languages.json': 'names new words',
  'pagefind/new': 'new words',
}
/** The mark, seven files, one of them twice as it has no folder yet, two removals, and the marker of the site. */
const steps = 12

/** A site as a build has published it. */
async function published() {
  const parent = await temporaryFolder()
  const place = { out: join(parent, 'site/dist'), cache: join(parent, 'cache') }
  await publishFiles(place, before)
  const files = async () => {
    const { '.passerelle': marker, ...others } = await treeIn(place.out)
    expect(marker).toBeDefined()
    return others
  }
  return { place, beside: join(parent, 'site'), out: place.out, files }
}

test('few changes are made in place, each in one step', async () => {
  const { place, files, beside } = await published()
  let count = 0
  const counted =
    <T extends unknown[]>(work: (...given: T) => Promise<void>) =>
    async (...given: T) => {
      count++
      await work(...given)
    }
  const disk = { rename: counted(rename), unlink: counted(unlink) }
  expect((await publishFiles(place, after, { disk })).isChanged).toBe(true)
  expect(count).toBe(steps)
  expect(await files()).toEqual(after)
  expect(await readdir(beside)).toEqual(['dist'])
})

const kills: Kill[] = [
  ...Array.from({ length: steps }, (_, at) => ({ at: at + 1, before: true })),
  { at: steps, before: false },
]

test.each(kills)(
  'killed at step $at (before: $before), the next start finishes what was begun',
  async (kill) => {
    const { place, files, out, beside } = await published()
    expect((await filesKilledAt(place, after, kill)).signal).toBe('SIGKILL')
    const half = await files()
    // No page is there without what it needs.
    if (half['en/index.html'] === after['en/index.html']) expect(half['style/new.css']).toBe('new')
    else expect(half['style/old.css']).toBe('old')
    if (half['pagefind/languages.json'] !== before['pagefind/languages.json']) {
      expect(half['pagefind/new']).toBeDefined()
    }
    if (half['service-worker.js'] !== before['service-worker.js']) {
      expect(half).toMatchObject(after)
    }
    await repairPublished(out)
    expect(await files()).toEqual(kill.at > 1 ? after : before)
    expect(await readdir(beside)).toEqual(['dist'])
    await publishFiles(place, before)
    expect(await files()).toEqual(before)
  },
)

test('what a killed build began is not finished over a site that was published since', async () => {
  const { place, files, out, beside } = await published()
  await filesKilledAt(place, after, { at: 4, before: true })
  const [half = ''] = (await readdir(beside)).filter((name) => name.startsWith('.dist-new-'))
  await cp(join(beside, half), join(beside, 'copy'), { recursive: true })
  await publishFiles(place, before)
  await rename(join(beside, 'copy'), join(beside, half))
  await repairPublished(out)
  expect(await files()).toEqual(before)
  expect(await readdir(beside)).toEqual(['dist'])
})

test('a mark that a power cut has emptied counts for nothing', async () => {
  const { place, files, out, beside } = await published()
  await filesKilledAt(place, after, { at: 2, before: true })
  const [half = ''] = (await readdir(beside)).filter((name) => name.startsWith('.dist-new-'))
  await writeFile(join(beside, half, '.passerelle-changes'), '')
  await repairPublished(out)
  expect(await files()).toEqual(before)
})

test('where a file cannot be put into its place, that is said, and the next build ends well', async () => {
  const { place, files, out, beside } = await published()
  const fresh = join(beside, 'fresh')
  await writeTree(fresh, { 'a.css': 'a', 'b.css': 'b' })
  let moves = 0
  const full = Object.assign(new Error('EDQUOT: b.css'), { code: 'EDQUOT', syscall: 'rename' })
  const disk = {
    unlink,
    rename: async (from: string, to: string) => {
      if (to.startsWith(out) && moves++ > 0) throw full
      await rename(from, to)
    },
  }
  const site = siteStamp(out) ?? ''
  const failing = applyChanges(fresh, out, { site, removed: [] }, disk)
  await expect(failing).rejects.toThrow(PartlyPublishedError)
  await expect(failing).rejects.toThrow('The next build puts the others there.')
  await rm(fresh, { recursive: true })
  await publishFiles(place, after)
  expect(await files()).toEqual(after)
})
