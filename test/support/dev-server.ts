/** A writer with a dev server and a browser: files that are changed are as before when a test has ended. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { type Child, startPasserelle } from './child.ts'

export interface DevServer {
  /** With a slash at the end. */
  url: string
  child: Child
  /** A page that hears of changes; without script it hears of nothing. */
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>
  stop: () => Promise<void>
}

/** Start `dev` on the project, or on a copy of it. */
export async function startDev(
  browser: Browser,
  args: readonly string[],
  options: { cwd: string; project?: string },
): Promise<DevServer> {
  const child = startPasserelle(['dev', ...args], options)
  const printed = await child.printed('/\n')
  // The browser of the tests knows no other host.
  const url = (/http:\S+/.exec(printed)?.[0] ?? '').replace('localhost', '127.0.0.1')
  return {
    url,
    child,
    async open(path, { javaScriptEnabled = true, ...rest } = {}) {
      const context = await browser.newContext({ javaScriptEnabled, ...rest })
      onTestFinished(() => context.close())
      // A page may wait until the server has read the site or compiled the theme.
      context.setDefaultTimeout(120_000)
      const page = await context.newPage()
      await page.goto(url + path)
      if (javaScriptEnabled) {
        await page.waitForFunction(() => document.documentElement.dataset['dev'])
      }
      return page
    },
    async stop() {
      child.process.kill('SIGINT')
      await child.ended
    },
  }
}

/** What writers do to files of a folder. */
export interface Desk {
  write: (path: string, content: string | Uint8Array) => Promise<void>
  /** Replace words in a file; fails when they are not there. */
  edit: (path: string, from: string, to: string) => Promise<void>
  /** As editors do that write beside a file and rename. */
  editByRenaming: (path: string, from: string, to: string) => Promise<void>
  remove: (path: string) => Promise<void>
  move: (from: string, to: string) => Promise<void>
}

export function deskAt(folder: string): Desk {
  const at = (path: string) => join(folder, path)
  const keep = async (path: string) => {
    const before = await readFile(at(path)).catch(() => undefined)
    onTestFinished(() => (before ? writeFile(at(path), before) : rm(at(path), { force: true })))
    return before
  }
  const changed = async (path: string, from: string, to: string) => {
    const text = (await keep(path))?.toString() ?? ''
    if (!text.includes(from)) throw new Error(`No “${from}” in ${path}`)
    return text.replace(from, to)
  }
  return {
    async write(path, content) {
      await keep(path)
      await mkdir(dirname(at(path)), { recursive: true })
      await writeFile(at(path), content)
    },
    edit: async (path, from, to) => writeFile(at(path), await changed(path, from, to)),
    async editByRenaming(path, from, to) {
      await writeFile(at(`${path}.tmp`), await changed(path, from, to))
      await rename(at(`${path}.tmp`), at(path))
    },
    async remove(path) {
      await keep(path)
      await rm(at(path))
    },
    async move(from, to) {
      await Promise.all([keep(from), keep(to)])
      await rename(at(from), at(to))
    },
  }
}
