/** Load pages as a reader would, and tell everything that an attack achieved there. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { themeScript } from '#src/components/theme-select/theme-script.ts'
import { audit } from './audit.ts'

/** The server, the site's address in its configuration, and where docfx docsets may redirect to. */
const own = ['127.0.0.1', 'x.example', 'learn.microsoft.com']

export interface Visit {
  /** Address of the page, with what an attacker put into it. */
  url: string
  /** What the browser keeps for the site when the page loads. */
  stored?: Readonly<Record<string, string>> | undefined
  /** What the server has to answer; a page that is not there would prove nothing. */
  status?: number
  /** What the reader does there, such as typing a question. */
  act?: ((page: Page) => Promise<void>) | undefined
}

/**
 * What happened on the pages that must not, one line each: script that ran, dialogs, requests to other
 * sites, markup that could run or lead away, what the policy had to forbid.
 *
 * @param options.bypassCSP - Do as if there were no policy.
 */
export async function browse(
  browser: Browser,
  visits: readonly Visit[],
  options: { bypassCSP?: boolean } = {},
): Promise<string[]> {
  const results: string[] = []
  const queue = [...visits]
  const tab = async () => {
    const context = await browser.newContext(options)
    try {
      const page = await openTab(context, results)
      for (let visit = queue.shift(); visit; visit = queue.shift()) await look(page, visit, results)
    } finally {
      await context.close()
    }
  }
  await Promise.all(Array.from({ length: Math.min(3, visits.length) }, tab))
  return results
}

/** A page that tells what runs and what is asked for, whatever it loads. */
async function openTab(context: BrowserContext, matches: string[]): Promise<Page> {
  const page = await context.newPage()
  const tell = (what: string) => {
    // A drawing that is opened by itself loses its own styles under the policy: that is no attack.
    const isOwnStyle = what.startsWith('forbidden: style-src-elem inline')
    if (!(isOwnStyle && page.url().endsWith('.svg'))) matches.push(`${page.url()}: ${what}`)
  }
  page.on('dialog', (dialog) => {
    tell(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('websocket', (socket) => tell(`socket to ${socket.url()}`))
  context.on('page', (other) => {
    tell(`window ${other.url()}`)
    void other.close()
  })
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(?:https?|wss?):$/.test(protocol) && !own.includes(hostname))
      tell(`request to ${request.url()}`)
  })
  await page.exposeFunction('__attack', (id: unknown) => tell(`ran ${String(id)}`))
  await page.exposeFunction('__forbidden', (what: string) => tell(`forbidden: ${what}`))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const { __forbidden } = window as unknown as { __forbidden: (what: string) => void }
      __forbidden(`${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  return page
}

async function look(
  page: Page,
  { url, stored, status, act }: Visit,
  matches: string[],
): Promise<void> {
  if (stored) await store(page, url, stored)
  // A hash alone would load nothing.
  await page.goto('about:blank')
  const answer = await opened(page, url)
  if (answer === undefined) return
  if (status !== undefined && answer !== status) matches.push(`${url}: answered ${answer}`)
  await settled(page, () => page.evaluate(poke))
  await act?.(page)
  const left = await settled(page, () => page.evaluate(audit, themeScript))
  matches.push(...(left ?? []).map((what) => `${page.url()}: ${what}`))
  if (stored) await page.evaluate(() => localStorage.clear())
}

/** The status of the answer; undefined for a file that the browser saves. */
async function opened(page: Page, url: string): Promise<number | undefined> {
  try {
    return (await page.goto(url, { waitUntil: 'load' }))?.status() ?? 0
  } catch (error) {
    if (/Download is starting/.test(String(error))) return undefined
    throw error
  }
}

/** A page that leads on may do so in the middle: `task` is then done where it led, unless that is elsewhere. */
async function settled<T>(page: Page, task: () => Promise<T>): Promise<T | undefined> {
  for (let left = 5; ; left--) {
    const url = page.url()
    try {
      await page.waitForLoadState('load')
      return page.url().startsWith('http://127.0.0.1') ? await task() : undefined
    } catch (error) {
      if (!/navigation|destroyed/.test(String(error))) throw error
      if (left === 0) throw new Error(`${url} does not stay`, { cause: error })
      // A busy machine may take long to arrive; what leads to itself is there already.
      await page.waitForURL(({ href }) => href !== url, { timeout: 10_000 }).catch(() => undefined)
    }
  }
}

/** From a file of the site that runs nothing. */
async function store(
  page: Page,
  url: string,
  stored: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(new URL('/robots.txt', url).href)
  await page.evaluate((values) => {
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value)
  }, stored)
}

/** What a mouse and a keyboard would do to everything in the content; links are looked at, not followed. */
async function poke(): Promise<void> {
  for (const details of document.querySelectorAll('details')) details.open = true
  for (const element of document.querySelectorAll('main *')) {
    for (const type of [
      'pointerover',
      'mouseover',
      'mouseenter',
      'mousemove',
      'animationstart',
      'toggle',
    ]) {
      element.dispatchEvent(new Event(type, { bubbles: type === 'pointerover' }))
    }
    element.dispatchEvent(new FocusEvent('focus'))
  }
  // Events of elements that failed to load come after the page’s own.
  await new Promise((resolve) => setTimeout(resolve, 0))
}
