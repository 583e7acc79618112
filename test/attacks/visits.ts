/** The addresses of a built site, and those that attackers would send to a reader. */
import { readdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Visit } from './browse.ts'
import { type Vector, armed } from './vector.ts'

/** Every page of a folder, and addresses where there is none; `url` ends with a slash. */
export async function everyPage(folder: string, url: string): Promise<Visit[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith('.html'),
  )
  const pages = files.toSorted().map((name) => {
    const path = name
      .split('\\')
      .join('/')
      .replace(/(^|\/)index\.html$/, '$1')
    return path.split('/').map(encodeURIComponent).join('/')
  })
  const none = [
    'nowhere/',
    '%22%3E%3Cscript%3E__attack(1)%3C/script%3E/',
    'en/"><img src=x onerror=a>/',
  ]
  return [...pages, ...none].map((path) => ({ url: url + path }))
}

/** Attacks that come with an address or lie in the browser, on each of the `pages`. */
export function fromOutside(vectors: readonly Vector[], pages: readonly string[]): Visit[] {
  return vectors.flatMap((vector): Visit[] => {
    const text = armed(vector)
    switch (vector.into) {
      case 'hash':
        return pages.map((url) => ({ url: `${url}#${text}` }))
      case 'query':
        return pages.map((url) => ({ url: `${url}?${text}`, act: answered }))
      case 'stored': {
        const [, key = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? []
        return pages.map((url) => ({ url, stored: { [key]: value } }))
      }
      default:
        return []
    }
  })
}

/** A question in the address of the results page is asked at once. */
async function answered(page: Page): Promise<void> {
  const isAsked = new URLSearchParams(new URL(page.url()).search).get('q')
  if (isAsked && page.url().includes('/search/')) {
    await page.locator('main .search__status:not(:empty)').waitFor()
  }
}

/** The kinds of pages that the project's own site has, below its address. */
export const ownPages: readonly string[] = [
  '',
  'en/',
  'fr-fr/fasttrack/',
  'en/fasttrack/assess/',
  'fr-fr/fasttrack/assess/original/',
  'fr-fr/fasttrack/responsibilities/',
  'en/fasttrack/print/',
  'en/fasttrack/checklist/customer/',
  'go/',
  'go/fasttrack/',
  'en/search/',
  'fr-fr/translation/',
  'fr-fr/nowhere/',
  'nowhere/',
]

/** Type texts into the search of a page and wait for its answer. */
export function typed(url: string, vectors: readonly Vector[]): Visit {
  return {
    url,
    async act(page) {
      const field = page.locator('.search__field')
      for (const vector of vectors) {
        await field.fill(armed(vector).replaceAll('\n', ' '))
        await field.press('Enter')
        await page.locator('.search__status:not(:empty)').waitFor()
      }
    },
  }
}
