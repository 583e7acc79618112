import { expect, test } from 'vitest'
import { publishedCase } from '../support/published-case.ts'

/** A sample of them is in `published.test.ts`; `CASES=2000` takes more. */
const count = Number(process.env['CASES'] ?? 200)
const seeds = Array.from({ length: count }, (_, index) => 1000 + index)

test('of every generated docset exactly what its patterns take is published, and nothing else gets out', async () => {
  for (const seed of seeds) {
    const { about, expected, ...outcome } = await publishedCase(seed)
    expect({ about, ...outcome }).toEqual({ about, published: expected, leaked: [], silent: [] })
  }
})
