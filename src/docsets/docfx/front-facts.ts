/** Facts in the front matter of a docfx page, and their problems. */
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { americanDay } from '../day.ts'
import type { PageFile } from '../docset.ts'
import type { PageDocument } from '../document.ts'
import { descriptionMissing, readFrontMatter, titleMissing } from '../front-matter.ts'
import { frontMatterText } from '../front-matter-text.ts'
import { readReviews } from '../review.ts'
import { placeOf } from '../source-position.ts'
import type { DocfxConfig } from './config.ts'
import { type DocfxFacts, dateUnknown, factsOf } from './metadata.ts'

/** Facts from a page’s front matter and the docset’s defaults. */
export interface PageFacts {
  facts: DocfxFacts
  hasDate: boolean
  messages: VFileMessage[]
}

export function readPageFacts(
  text: string,
  name: string,
  { path }: PageFile,
  build: DocfxConfig['build'],
): PageFacts {
  const { data, messages } = readFrontMatter(text, name)
  const texts = (['title', 'description'] as const).map((key) => ({
    key,
    ...frontMatterText(data, key, { text, path: name }),
  }))
  const typed = Object.fromEntries(texts.map(({ key, value }) => [key, value]))
  return {
    facts: factsOf({ ...data, ...typed }, path, build),
    hasDate: Boolean(data['ms.date']),
    messages: [
      ...messages,
      ...texts.flatMap((item) => item.messages),
      ...reviewMessages(data, { text, path: name }),
    ],
  }
}

export function missingFacts(
  { facts, hasDate }: Omit<PageFacts, 'messages'>,
  file: VFile,
  text: string,
): VFileMessage[] {
  const title = facts.title ?? file.data.title?.text
  return [
    ...(hasDate && !facts.updated ? [dateUnknown(file.path, text)] : []),
    ...(title === undefined ? [titleMissing(file.path)] : []),
    ...(facts.description === undefined ? [descriptionMissing(file.path)] : []),
  ]
}

/** Problems of `review` in the front matter `data`; defaults of `docfx.json` have no position in the page. */
function reviewMessages(
  data: Readonly<Record<string, unknown>>,
  file: { text: string; path: string },
): readonly VFileMessage[] {
  const typed = data['review']
  const isMap = typeof typed === 'object' && typed !== null && !Array.isArray(typed)
  const date = americanDay(data['ms.date'])
  const review = isMap && date ? { date, ...typed } : typed
  return readReviews({ review }, file, []).messages
}

/** When the next review of a page is due, and the position of the last date. */
export function dueReviews({ review }: DocfxFacts, text: string): Pick<PageDocument, 'reviews'> {
  if (!review?.due) return {}
  const { start } = placeOf(text, text.includes('ms.date') ? 'ms.date' : 'review')
  return { reviews: [{ due: review.due, place: start }] }
}
