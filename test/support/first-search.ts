/** What a reader’s first search brings over the network. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { serve } from './server.ts'

/** A file that was asked for, and its bytes as a host sends them: text with Brotli. */
export interface SentFile {
  path: string
  bytes: number
}

const text = /\.(?:html|css|js|json|svg|txt)$/

/** All files from the opening of the dialog on a page until the results of a question show. */
export async function firstSearch(
  browser: Browser,
  folder: string,
  path: string,
  question: string,
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
    const page = await context.newPage()
    await page.goto(site.url + path, { waitUntil: 'networkidle' })
    asked.length = 0
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').fill(question)
    await page.locator('.search__results a').first().waitFor()
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
