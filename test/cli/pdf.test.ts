/** `pdf` where something is missing. */
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command } from '#src/cli/commands/pdf.ts'
import { findChromium } from '#src/cli/pdf/chromium.ts'
import { UsageError } from '#src/cli/arguments.ts'
import { temporaryFolder } from '../support/folder.ts'

async function siteIn(folder: string) {
  await mkdir(join(folder, 'dist/en/guide/print'), { recursive: true })
  const page = '<link rel="canonical" href="https://guides.example/en/guide/print/">'
  await writeFile(join(folder, 'dist/en/guide/print/index.html'), page)
}

function terminalIn(cwd: string) {
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  return { said, terminal: { cwd, root: cwd, print: say, warn: say, atEnd: () => undefined } }
}

test('without a Chromium it says what to install, and exits with 2', async () => {
  const cwd = await temporaryFolder()
  await siteIn(cwd)
  const { said, terminal } = terminalIn(cwd)
  expect(await command.run(['--browser', 'none'], terminal)).toBe(2)
  expect(said.join('\n')).toMatch(/^There is no program `none`\. Install Chromium, Chrome or Edge/)
})

test('a browser that cannot print is reported with the page', async () => {
  const cwd = await temporaryFolder()
  await siteIn(cwd)
  await writeFile(join(cwd, 'browser'), '#!/bin/sh\nexit 3\n')
  await chmod(join(cwd, 'browser'), 0o755)
  const { said, terminal } = terminalIn(cwd)
  expect(await command.run(['--browser', 'browser'], terminal)).toBe(1)
  expect(said).toEqual([
    `\`en/guide/print/\` was not printed with ${join(cwd, 'browser')}: The browser ended with 3.`,
  ])
})

test.each([
  [['other'], 'There is no folder `other`. Build first.'],
  [['--docset', 'none'], '`dist` has no such docset with a page to print (`…/print/`).'],
])('%j is refused', async (args, message) => {
  const cwd = await temporaryFolder()
  await siteIn(cwd)
  const { terminal } = terminalIn(cwd)
  await expect(command.run(args, terminal)).rejects.toThrow(new UsageError(message))
})

test('a named browser is preferred to installed ones', async () => {
  const folder = await temporaryFolder()
  const [installed, named] = [join(folder, 'chromium'), join(folder, 'named')]
  await writeFile(installed, '')
  await writeFile(named, '')
  expect(await findChromium(named, { PATH: folder })).toBe(named)
  expect(await findChromium(undefined, { PATH: folder, CHROMIUM_PATH: named })).toBe(named)
  expect(await findChromium(undefined, { PATH: folder })).toBe(installed)
  expect(await findChromium(undefined, { PATH: folder, CHROMIUM_PATH: 'gone' })).toBeUndefined()
})
