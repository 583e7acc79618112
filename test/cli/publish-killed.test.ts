import { mkdir, readdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { publish, repairPublished } from '#src/cli/publish.ts'
import { temporaryFolder } from '../support/folder.ts'
import { killedAt } from '../support/killed-publish.ts'
import { publishedText } from '../support/published.ts'

/** A site that a build has published, at `out`. */
async function publishedSite(out: string) {
  await publish(out, async (folder) => {
    const { writeFile } = await import('node:fs/promises')
    for (let file = 0; file < 20; file++) await writeFile(join(folder, String(file)), 'first')
  })
}

test.each([
  ['before the old site gives way', { at: 1, before: true }, 'first', 'first'],
  ['between the two renames', { at: 1, before: false }, undefined, 'second0'],
  ['before the new site takes its place', { at: 2, before: true }, undefined, 'second0'],
  ['after the new site has its place', { at: 2, before: false }, 'second0', 'second0'],
])('killed %s, the next start leaves one whole site', async (_, kill, atOnce, repaired) => {
  const parent = await temporaryFolder()
  const out = join(parent, 'dist')
  await publishedSite(out)
  expect((await killedAt(out, 'second', kill)).signal).toBe('SIGKILL')
  expect(await publishedText(out)).toBe(atOnce)
  await repairPublished(out)
  expect(await publishedText(out)).toBe(repaired)
  expect(await readdir(parent)).toEqual(['dist'])
})

test('a new site is there by one rename', async () => {
  const parent = await temporaryFolder()
  const out = join(parent, 'new/dist')
  await mkdir(dirname(out))
  await killedAt(out, 'first', { at: 2, before: true })
  expect(await publishedText(out)).toBeUndefined()
  await repairPublished(out)
  expect(await readdir(dirname(out))).toEqual([])
})

test.each([1, 2, 3, 4])(
  'a symbolic link always leads to a whole site (killed at step %i)',
  async (step) => {
    const parent = await temporaryFolder()
    const out = join(parent, 'current')
    await mkdir(join(parent, 'releases'))
    await publishedSite(join(parent, 'releases/first'))
    await symlink('releases/first', out)
    const kill = { at: Math.ceil(step / 2), before: step % 2 === 1 }
    await killedAt(out, 'second', kill)
    expect(await publishedText(out)).toBe(step === 4 ? 'second0' : 'first')
    await publishedSite(out)
    expect(await publishedText(out)).toBe('first')
    // The folder that somebody made, and the one that the link leads to.
    expect(await readdir(join(parent, 'releases'))).toHaveLength(2)
    expect(await readdir(parent)).toEqual(['current', 'releases'])
  },
)
