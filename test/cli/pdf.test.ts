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

/** A browser that answers each command of the protocol as `answers` says, and ends at one without an answer. */
function fakeBrowser(answers: Readonly<Record<string, object>>): string {
  return `#!${process.execPath}
const { createReadStream, createWriteStream } = require('node:fs')
const answers = ${JSON.stringify(answers)}
const output = createWriteStream('', { fd: 4 })
createReadStream('', { fd: 3 }).on('data', (data) => {
  for (const { id, method } of String(data).split('\\0').filter(Boolean).map((text) => JSON.parse(text))) {
    if (!answers[method]) process.exit(9)
    output.write(JSON.stringify({ id, result: answers[method] }) + '\\0')
    if (method === 'Page.navigate') output.write(JSON.stringify({ method: 'Page.loadEventFired', sessionId: 's' }) + '\\0')
  }
})
`
}

const opened = {
  'Target.createTarget': { targetId: 't' },
  'Target.attachToTarget': { sessionId: 's' },
  'Page.enable': {},
}

test.each([
  ['that ends while it opens the page', opened, 'The browser ended with 9.'],
  [
    'that cannot open the page',
    { ...opened, 'Page.navigate': { errorText: 'net::ERR_ABORTED' } },
    'The browser cannot open the page (net::ERR_ABORTED).',
  ],
])('a browser %s is reported in one sentence', async (_, answers, expected) => {
  const cwd = await temporaryFolder()
  await siteIn(cwd)
  const browser = join(cwd, 'browser.cjs')
  await writeFile(browser, fakeBrowser(answers))
  await chmod(browser, 0o755)
  const { said, terminal } = terminalIn(cwd)
  expect(await command.run(['--browser', browser], terminal)).toBe(1)
  expect(said).toEqual([`\`en/guide/print/\` was not printed with ${browser}: ${expected}`])
})

test.each([
  [['other'], 'There is no folder `other`. Run `passerelle build` first.'],
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
