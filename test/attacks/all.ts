/** Every attack that is tried on the sites of `sites.ts` and on what is served of them. */
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

export const allVectors: readonly Vector[] = [
  ...htmlVectors,
  ...markdownVectors,
  ...textVectors,
  ...linkVectors,
  ...fileVectors,
  ...hashVectors,
  ...queryVectors,
  ...storedVectors,
]
