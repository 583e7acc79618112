/** What a reader’s first look at a page, and a first search, bring over the network. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { serve } from './server.ts'

/** A file that was asked for, and its bytes as a host sends them: text with Brotli. */
export interface SentFile {
  path: string
  bytes: number
}

const text = /\.(?:html|css|js|json|svg|txt)$/

/** Selectors of the field and of the results in the dialog that Control+K opens. */
export interface Dialog {
  box: string
  result: string
}

/** All files that a browser without a cache asks for when it opens a page, until it asks for nothing more. */
export function firstView(browser: Browser, folder: string, path: string): Promise<SentFile[]> {
  return heard(browser, folder, async (page, url) => {
    await page.goto(url + path, { waitUntil: 'networkidle' })
  })
}

/** All files from the opening of the dialog on a page until the results of a question show. */
export function firstSearch(
  browser: Browser,
  folder: string,
  path: string,
  question: string,
  { box, result }: Dialog = { box: '.search__field', result: '.search__results a' },
): Promise<SentFile[]> {
  return heard(browser, folder, async (page, url, asked) => {
    await page.goto(url + path, { waitUntil: 'networkidle' })
    asked.length = 0
    await page.keyboard.press('Control+k')
    await page.locator(box).first().fill(question)
    await page.locator(result).first().waitFor()
  })
}

/** What is asked for while something is done with a new page of a new profile; `asked` may be emptied. */
async function heard(
  browser: Browser,
  folder: string,
  act: (page: Page, url: string, asked: string[]) => Promise<void>,
): Promise<SentFile[]> {
  const asked: string[] = []
  // Heard by the server: a worker’s requests are not the page’s.
  const site = await serve(folder, {
    headers: (file) => {
      asked.push(file)
      return {}
    },
  })
  const context = await browser.newContext()
  try {
    await act(await context.newPage(), site.url, asked)
    return await Promise.all([...new Set(asked)].map((file) => sentFile(folder, file)))
  } finally {
    await context.close()
    await site.close()
  }
}

async function sentFile(folder: string, path: string): Promise<SentFile> {
  const file = path.endsWith('/') ? `${path}index.html` : path
  const content = await readFile(join(folder, file))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  return {
    path,
    bytes: text.test(file) ? brotliCompressSync(content, { params }).length : content.length,
  }
}
