/** Several hundred generated pages in both dialects, to every format and back. */
import { expect, test } from 'vitest'
import { checkRoundTrip } from './generated-pages.ts'

test.each(['guide', 'docfx'] as const)(
  'words in HTML and Markdown of a %s go out and come back whole in every format',
  { timeout: 600_000 },
  (dialect) => {
    for (let seed = 100; seed < 500; seed++) {
      expect(checkRoundTrip(seed, dialect)).toBeGreaterThan(2)
    }
  },
)
