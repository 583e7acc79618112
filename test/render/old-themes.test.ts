/** Compiled themes of earlier programs do not stay, and none goes that a build uses. */
import { readdirSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isMarkDue, markUsed, removeUnused } from '#src/render/old-themes.ts'
import { seal } from '#src/sealed-folder.ts'
import { writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'

const day = 24 * 60 * 60_000
const name = (letter: string) => letter.repeat(32)

async function themesUsedDaysAgo(days: Readonly<Record<string, number>>, now: number) {
  const folder = await temporaryFolder()
  for (const [theme, ago] of Object.entries(days)) {
    const path = join(folder, theme)
    await writeTree(path, { 'server/entry.mjs': 'export {}' })
    if (/^[\da-f]{32}$/.test(theme)) seal(path)
    const time = (now - ago * day) / 1000
    await utimes(path, time, time)
  }
  return folder
}

test('themes that no build has used for thirty days are removed, and nothing else', async () => {
  const now = Date.now()
  const folder = await themesUsedDaysAgo(
    { [name('a')]: 31, [name('b')]: 29, [name('c')]: 0, 'my-files': 90, 'compiling-1': 90 },
    now,
  )
  removeUnused(folder, now)
  expect(readdirSync(folder)).toEqual([name('b'), name('c'), 'compiling-1', 'my-files'])
})

test('a theme that a build has begun to use stays, however old it is', async () => {
  const now = Date.now()
  const folder = await themesUsedDaysAgo({ [name('a')]: 400, [name('b')]: 400 }, now)
  const used = join(folder, name('a'))
  expect(isMarkDue(used, now)).toBe(true)
  markUsed(used, now)
  expect(isMarkDue(used, now)).toBe(false)
  removeUnused(folder, now)
  expect(readdirSync(folder)).toEqual([name('a')])
})

test('a theme that is not there needs no mark', async () => {
  expect(isMarkDue(join(await temporaryFolder(), name('a')))).toBe(false)
})
