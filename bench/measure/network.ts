/** What a reader waits for: the first view of a page, and the first search, in a browser. */
import type { Browser } from 'playwright-core'
import { type SentFile, firstSearch, firstView } from '../../test/support/first-search.ts'
import type { Project } from '../generators/generator.ts'
import type { Figures } from './sample.ts'

/** Bytes of a site that has been built, as hosts send it. */
export async function viewFigures(browser: Browser, { out, shown }: Project): Promise<Figures> {
  if (!shown) return {}
  return figuresOf(await firstView(browser, out, shown.path))
}

/** From the opening of the dialog until the first result shows. */
export async function searchFigures(
  browser: Browser,
  { out, shown, search }: Project,
): Promise<Figures> {
  if (!shown || !search) return {}
  return figuresOf(await firstSearch(browser, out, shown.path, search.question, search))
}

function figuresOf(files: readonly SentFile[]): Figures {
  return { sent: files.reduce((sum, { bytes }) => sum + bytes, 0), requests: files.length }
}
