/** A sample of the generated pages; all of them are in `generated-pages.slow.test.ts`. */
import { expect, test } from 'vitest'
import { checkRoundTrip } from './generated-pages.ts'

test.each(['guide', 'docfx'] as const)(
  'words in HTML and Markdown of a %s go out and come back whole in every format',
  (dialect) => {
    for (let seed = 1; seed <= 15; seed++) {
      expect(checkRoundTrip(seed, dialect)).toBeGreaterThan(2)
    }
  },
)
