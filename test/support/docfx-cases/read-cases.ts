/** docfx’s own cases of Markdown with the HTML that docfx makes of it; they stand beside the project or not. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One case as docfx’s tests have it. */
export interface DocfxCase {
  name: string
  /** The part of docfx’s tests that it is from. */
  area: string
  /** `core` is what the Markdown engine makes of a page, `site` what a build makes of it. */
  tier: 'core' | 'site'
  markdown: string
  /** The page’s path in its docset. */
  filePath: string
  /** The other files of the docset by path; `null` is a file whose content does not matter. */
  files: Readonly<Record<string, string | null>>
  expectedHtml: string
  /** Texts of the interface by docfx’s own names. */
  tokens: Readonly<Record<string, string>>
  source: string
  errors?: readonly string[]
  /** All pages of a case that has more than one. */
  pages?: readonly ExpectedPage[]
  /** Extensions of Markdig that the case turns on. */
  optionalExtensions?: readonly unknown[]
}

/** A page of a case and its HTML. */
interface ExpectedPage {
  path: string
  markdown: string
  expectedHtml: string
}

const path = join(import.meta.dirname, '../../../../shared/cases/docfx.json')

export const hasDocfxCases = existsSync(path)
if (!hasDocfxCases) console.warn('Skipped: docfx’s cases are not beside the project (../shared)')

/** All cases in the order of the file. */
export function readDocfxCases(): readonly DocfxCase[] {
  return JSON.parse(readFileSync(path, 'utf8')) as readonly DocfxCase[]
}

/** The pages of a case; most have one. */
export function pagesOf({ pages, filePath, markdown, expectedHtml }: DocfxCase) {
  return pages ?? [{ path: filePath, markdown, expectedHtml }]
}
