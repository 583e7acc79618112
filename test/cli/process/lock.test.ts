import { rmSync } from 'node:fs'
import { mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { LockHeldError, withLock } from '#src/cli/process-lock.ts'
import { startModule } from '../../support/child.ts'
import { temporaryFolder } from '../../support/folder.ts'

/** Adds one to a number in a file, `times` times, with a pause between reading and writing. */
const counting = (folder: string, times: number) => `
  import { readFileSync, writeFileSync } from 'node:fs'
  import { withLock } from '#src/cli/process-lock.ts'
  const file = ${JSON.stringify(join(folder, 'count'))}
  for (let time = 0; time < ${times}; time++) {
    await withLock(${JSON.stringify(join(folder, '.lock'))}, async () => {
      const before = Number(readFileSync(file, 'utf8'))
      await new Promise((resolve) => setTimeout(resolve, 2))
      writeFileSync(file, String(before + 1))
    })
  }`

test('processes that count in one file lose no count, and leave no lock', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'count'), '0')
  const children = [1, 2, 3].map(() => startModule(counting(folder, 15)))
  for (const { ended } of children) expect(await ended).toMatchObject({ code: 0, warned: '' })
  expect(await readFile(join(folder, 'count'), 'utf8')).toBe('45')
  expect(await readdir(folder)).toEqual(['count'])
})

test('calls within one process take turns, too', async () => {
  const folder = await temporaryFolder()
  let [running, most] = [0, 0]
  const work = async () => {
    most = Math.max(most, ++running)
    await sleep(2)
    running--
  }
  await Promise.all([1, 2, 3, 4].map(() => withLock(join(folder, '.lock'), work)))
  expect([most, await readdir(folder)]).toEqual([1, []])
})

test('the lock of a killed process is released by the next one at once', async () => {
  const folder = await temporaryFolder()
  const child = startModule(`
    import { withLock } from '#src/cli/process-lock.ts'
    await withLock(${JSON.stringify(join(folder, '.lock'))}, async () => {
      console.log('locked')
      await new Promise((resolve) => setTimeout(resolve, 600_000))
    })`)
  await child.printed('locked')
  expect(await readdir(folder)).toHaveLength(1)
  await expect(
    withLock(join(folder, '.lock'), async () => undefined, { patience: 100 }),
  ).rejects.toThrow(LockHeldError)
  child.process.kill('SIGKILL')
  await child.ended
  await withLock(join(folder, '.lock'), async () => undefined, { patience: 100 })
  expect(await readdir(folder)).toEqual([])
})

test('the lock of another machine counts until nobody has touched it for ten minutes', async () => {
  const folder = await temporaryFolder()
  const foreign = join(folder, '.lock-00000000.1.1.00000000')
  await writeFile(foreign, '')
  const locked = withLock(join(folder, '.lock'), async () => undefined, { patience: 100 })
  await expect(locked).rejects.toThrow(LockHeldError)
  const before = new Date(Date.now() - 11 * 60_000)
  await utimes(foreign, before, before)
  await withLock(join(folder, '.lock'), async () => undefined, { patience: 100 })
  expect(await readdir(folder)).toEqual([])
})

test('who waits is told once for whom, and has the lock when that one has gone', async () => {
  const folder = await temporaryFolder()
  const other = join(folder, '.lock-00000000.17.1.00000000')
  await writeFile(other, '')
  const waited: number[] = []
  await withLock(join(folder, '.lock'), async () => undefined, {
    onWait: (pid) => {
      waited.push(pid)
      rmSync(other)
    },
  })
  expect([waited, await readdir(folder)]).toEqual([[17], []])
})

test('a folder that was made for a lock only goes with it, one with a file stays', async () => {
  const folder = await temporaryFolder()
  await withLock(join(folder, 'a/.lock'), async () => undefined)
  await mkdir(join(folder, 'b'))
  await withLock(join(folder, 'b/.lock'), () => writeFile(join(folder, 'b/file'), ''))
  expect(await readdir(folder)).toEqual(['b'])
  expect(await readdir(join(folder, 'b'))).toEqual(['file'])
})
