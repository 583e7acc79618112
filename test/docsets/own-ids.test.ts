import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ownIds } from '#src/docsets/context.ts'

test('content does not use ids of the templates', async () => {
  const given: string[] = []
  for await (const path of glob('src/{components,layouts,pages}/**/*.astro')) {
    const text = await readFile(path, 'utf8')
    given.push(...[...text.matchAll(/\bid=(?:"|\{`)(_[\w-]*)/g)].map(([, id = '']) => id))
  }
  expect(given.length).toBeGreaterThan(8)
  expect(given.filter((id) => !ownIds.test(id.replace(/-$/, '-x')))).toEqual([])
  // What Word writes into documents stays.
  expect(ownIds.test('_Toc123')).toBe(false)
})
