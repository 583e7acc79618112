/** A person with a browser in front of a built site. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { openBrowser } from './browser.ts'
import { serve, type ServedSite } from './server.ts'

export interface Visitor {
  /** Address of the site's root, with a slash at the end. */
  readonly url: string
  /** An empty page of its own profile, gone when the test ends; with `lasts`, after the last one. */
  newPage: (options?: BrowserContextOptions, lasts?: 'all tests') => Promise<Page>
  /** The page at a path below the root. */
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>
}

/** Start a browser and serve `folder` for the tests of a `describe`; nothing happens without a folder. */
export function visitorOf(folder: string | undefined): Visitor {
  let browser: Browser
  let site: ServedSite
  beforeAll(async () => {
    if (folder) [browser, site] = await Promise.all([openBrowser(), serve(folder)])
  })
  afterAll(() => Promise.all([browser?.close(), site?.close()]))

  const newPage: Visitor['newPage'] = async (options, lasts) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
    context.setDefaultTimeout(60_000)
    if (!lasts) onTestFinished(() => context.close())
    return context.newPage()
  }
  return {
    get url() {
      return site.url
    },
    newPage,
    async open(path, options) {
      const page = await newPage(options)
      await page.goto(site.url + path)
      return page
    },
  }
}

/**
 * Wait until the scripts of a loaded page have done what they do by themselves, and it is drawn. One that
 * leads somewhere else has asked for the other page by then.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
}
