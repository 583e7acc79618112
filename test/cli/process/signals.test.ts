import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startModule } from '../../support/child.ts'
import { temporaryFolder } from '../../support/folder.ts'

const preamble = `
  import { exitOnSignals } from '#src/cli/process/signals.ts'
  exitOnSignals((code) => process.exit(code))
`

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s removes the temporary file and ends with %i', async (signal, code) => {
  const folder = await temporaryFolder()
  const child = startModule(`${preamble}
    import { writeWhole } from '#src/cli/process/write-whole.ts'
    await writeWhole(${JSON.stringify(join(folder, 'a.po'))}, 'half', {
      write: async (file, text) => {
        await file.writeFile(text)
        console.log('writing')
        await new Promise((resolve) => setTimeout(resolve, 600_000))
      },
    })`)
  await child.printed('writing')
  expect(await readdir(folder)).toHaveLength(1)
  child.process.kill(signal)
  expect(await child.ended).toMatchObject({ code, warned: '' })
  expect(await readdir(folder)).toEqual([])
})

test('Ctrl+C while files take their places waits for the last one', async () => {
  const folder = await temporaryFolder()
  const names = ['kept.lock', 'page.md']
  for (const name of names) await writeFile(join(folder, name), 'before')
  const files = names.map((name) => ({ path: join(folder, name), text: 'after', was: 'before' }))
  const child = startModule(`${preamble}
    import { rename } from 'node:fs/promises'
    import { replaceFiles } from '#src/cli/replace-files.ts'
    const interrupted = new Promise((resolve) => process.once('SIGINT', resolve))
    // Node ends when it has nothing but a signal to wait for.
    setInterval(() => {}, 1000)
    await replaceFiles(${JSON.stringify(files)}, {
      rename: async (from, to) => {
        console.log('renaming')
        await interrupted
        await rename(from, to)
      },
    })`)
  await child.printed('renaming')
  child.process.kill('SIGINT')
  expect((await child.ended).code).toBe(130)
  for (const name of names) expect(await readFile(join(folder, name), 'utf8')).toBe('after')
  expect(await readdir(folder)).toEqual(names)
})
