/** The input of the readers of pages of docfx docsets. */
import type { DocsetIndex, PageFile } from '../docset.ts'
import type { Alternate } from '../page.ts'
import type { DocfxConfig } from './config.ts'

/** The page to read. */
export interface PageRequest {
  index: DocsetIndex
  /** The language of the address. */
  locale: string
  /** The language of the file. */
  contentLocale: string
  file: PageFile
  alternates: readonly Alternate[]
  build: DocfxConfig['build']
}
