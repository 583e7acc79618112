/** Colours of code in other code; a file of its own, because it must be the first to load languages. */
import { expect, test } from 'vitest'
import { highlight } from '#plugins/code/highlight.ts'
import type { Language } from '#plugins/code/languages.ts'

const samples = {
  bash: 'for f in *.md; do echo "$f"; done # all',
  css: 'a:hover { color: red; }',
  html: "<a href='/guide/'>Guide</a>",
  json: '{ "a": [1, true, null] }',
  python: 'def title(page: str) -> str:\n    return page',
  sql: "SELECT title FROM pages WHERE locale = 'fr'",
  ts: 'const pages: readonly string[] = []',
  yaml: 'title: Guide # one',
} satisfies Partial<Record<Language, string>>

const languages = Object.keys(samples) as (keyof typeof samples)[]
const nested = languages.map((name) => `~~~${name}\n${samples[name]}\n~~~`).join('\n\n')

test.each(['md', 'mdx'] as const)(
  'examples in %s have the same colours whatever language was read before',
  async (outer) => {
    // Each reading has a last line of its own: tokens of the same code are kept.
    const read = async (last: string) => {
      const lines = await highlight(`${nested}\n\n${last}`, outer)
      return lines.slice(0, -1)
    }
    const alone = await read('alone')
    for (const name of languages) {
      await highlight(samples[name], name)
      expect(await read(name), name).toEqual(alone)
    }
  },
)
