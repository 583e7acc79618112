/** The addresses of a built site, and those that attackers would send to a reader. */
import { readdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Visit } from './browse.ts'
import { type Vector, armed } from './vector.ts'

/** The kinds of pages that a site has; each is visited by name. */
type PageKind =
  | ('page' | 'original' | 'print' | 'checklist' | 'go' | 'search' | 'status')
  | ('missing' | 'moved' | 'removed' | 'not found')

/** One page of each kind on the attacked sites, below their address; docfx has not all of them. */
const kindsOf: Readonly<Record<'guides' | 'docfx', Partial<Record<PageKind, string>>>> = {
  guides: {
    page: 'fr-fr/a/steps/',
    original: 'fr-fr/a/steps/original/',
    print: 'fr-fr/a/print/',
    checklist: 'fr-fr/a/checklist/p1/',
    go: 'go/a/s0/',
    search: 'fr-fr/search/',
    status: 'fr-fr/translation/',
    missing: 'fr-fr/a/untranslated/',
    moved: 'fr-fr/a/old-0/',
    removed: 'fr-fr/a/gone-0/',
    'not found': 'fr-fr/nowhere/',
  },
  docfx: {
    page: 'fr-fr/docs/drawings/',
    original: 'fr-fr/docs/drawings/original/',
    go: 'go/docs/drawings/',
    search: 'fr-fr/search/',
    status: 'fr-fr/translation/',
    missing: 'fr-fr/docs/untranslated/',
    moved: 'fr-fr/docs/moved/',
    'not found': 'fr-fr/nowhere/',
  },
}

/**
 * Every page and drawing of a folder, what it offers as downloads, and addresses where there is none;
 * `url` ends with a slash.
 */
export async function everyPage(folder: string, url: string): Promise<Visit[]> {
  const files = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.(?:html|svg)$/.test(name) || /^downloads\/.*\/tools\//.test(name),
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
    if (vector.into === 'hash') return pages.map((url) => ({ url: `${url}#${text}` }))
    if (vector.into === 'query')
      return pages.map((url) => ({ url: `${url}?${text}`, act: answered }))
    if (vector.into !== 'stored') return []
    const [, key = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? []
    return pages.map((url) => ({ url, stored: { [key]: value } }))
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

/** A page of each kind, with what a browser says when one is not there. */
export function kindVisits(dialect: 'guides' | 'docfx', url: string): Visit[] {
  return Object.entries(kindsOf[dialect]).map(([kind, path]) => ({
    url: url + path,
    status: kind === 'not found' ? 404 : 200,
  }))
}
