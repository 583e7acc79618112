import { expect, test } from 'vitest'
import { publishedCase } from '../support/published-case.ts'

/** `published.slow.test.ts` runs more of them. */
const seeds = Array.from({ length: 20 }, (_, index) => index)

test('of a generated docset exactly what its patterns take is published, and nothing else gets out', async () => {
  for (const seed of seeds) {
    const { about, expected, ...outcome } = await publishedCase(seed)
    expect({ about, ...outcome }).toEqual({ about, published: expected, leaked: [], silent: [] })
  }
})
