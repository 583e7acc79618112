import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { UsageError } from '#src/cli/arguments.ts'
import { publish } from '#src/cli/publish.ts'
import { temporaryFolder } from '../support/folder.ts'

let parent: string
let out: string
beforeEach(async () => {
  parent = await temporaryFolder()
  out = join(parent, 'dist')
})

const write = (text: string) => (folder: string) => writeFile(join(folder, 'index.html'), text)

test('a site replaces the last one completely', async () => {
  await publish(out, async (folder) => {
    await write('first')(folder)
    await writeFile(join(folder, 'old.html'), '')
  })
  await publish(out, write('second'))
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('second')
  expect(await readdir(out)).not.toContain('old.html')
})

test('a failed build leaves the last site complete, and no other files', async () => {
  await publish(out, write('first'))
  const failing = publish(out, async (folder) => {
    await write('half')(folder)
    throw new Error('power cut')
  })
  await expect(failing).rejects.toThrow('power cut')
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('first')
  expect(await readdir(parent)).toEqual(['dist'])
})

test('a folder with other files in it is never replaced', async () => {
  await mkdir(out)
  await writeFile(join(out, 'thesis.odt'), 'years')
  await expect(publish(out, write('site'))).rejects.toThrow(UsageError)
  expect(await readdir(out)).toEqual(['thesis.odt'])
})

test('a web server can read the published files', async () => {
  await publish(out, write('site'))
  expect((await stat(out)).mode & 0o777).toBe(0o755)
})
