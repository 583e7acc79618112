/** Every attack that is tried on the sites of `build.ts` and on what is served of them. */
import { besideVectors } from './files.ts'
import { htmlVectors } from './html.ts'
import { markdownVectors } from './markdown.ts'
import {
  fileVectors,
  hashVectors,
  linkVectors,
  queryVectors,
  storedVectors,
  textVectors,
} from './text.ts'
import type { Vector } from './vector.ts'

/** Translations in an exchange file: values, and Markdown. */
const exchangeVectors = [...textVectors, ...markdownVectors]
  .filter(({ into, text }) => (into === 'text' || into === 'body') && !text.includes('\n'))
  .map((vector): Vector => ({ ...vector, id: `exchange-${vector.id}`, into: 'exchange' }))

export const allVectors: readonly Vector[] = [
  ...htmlVectors,
  ...markdownVectors,
  ...textVectors,
  ...linkVectors,
  ...fileVectors,
  ...besideVectors,
  ...exchangeVectors,
  ...hashVectors,
  ...queryVectors,
  ...storedVectors,
]
