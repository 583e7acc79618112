/** The examples of the manual’s pages about rules: each is seen to trigger its rule, and its repair to mend it. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readRulePages } from '../check-manual-rules.ts'
import { rulesOfExample } from '../support/example-site.ts'

/** What no page can show whole: too long, of bytes, of links of a disk, or of several files of a tool. */
const seenElsewhere: Readonly<Record<string, string>> = {
  'character-invisible':
    'fixtures/guide/character-that-cannot-be-shown-is-reported-once/messages.txt',
  'directive-depth': 'docsets/limits.test.ts',
  'exchange-choice': 'translation/formats/exchange-truth.test.ts',
  'exchange-incomplete': 'translation/formats/damaged-files.test.ts',
  'exchange-units': 'translation/formats/exchange-truth.test.ts',
  'file-link': 'docsets/symlinks.test.ts',
  'file-not-utf8': 'docsets/problems.test.ts',
  'file-size': 'docsets/limits.test.ts',
  'glossary-different': 'cli/terms.test.ts',
  'include-limit': 'docsets/limits.test.ts',
  'page-incomplete': 'cli/exchange.test.ts',
  'page-long': 'docsets/long-name.test.ts',
  'page-unreadable': 'cli/page-files.test.ts',
  'paragraph-lazy-lines': 'docsets/limits.test.ts',
  'paragraph-length': 'docsets/limits.test.ts',
  'paragraph-markup': 'docsets/limits.test.ts',
  'review-stale': 'cli/review.test.ts',
  'snippet-limit': 'docsets/limits.test.ts',
  'toc-depth': 'docsets/limits.test.ts',
  'toc-size': 'docsets/limits.test.ts',
  'unit-header': 'translation/formats/damage.test.ts',
  'unit-merged': 'translation/formats/damage.test.ts',
  'unit-place': 'translation/formats/damage.test.ts',
  'unit-stale': 'translation/formats/damage.test.ts',
  'units-merged': 'translation/formats/damage.test.ts',
  'units-unconfirmed': 'translation/formats/work-states.test.ts',
  'write-back-moved': 'translation/import/write-back.test.ts',
  'write-back-overlap': 'translation/import/write-back.test.ts',
  'write-back-structure': 'translation/import/write-back.test.ts',
}

/** What cannot be wrong alone. */
const together: Readonly<Record<string, readonly string[]>> = { 'step-id-taken': ['id-duplicate'] }

const pages = readRulePages().filter(({ locale }) => locale === 'en')

describe.each(pages)('of $area', ({ sections }) => {
  const own = sections.filter(({ id }) => !(id in seenElsewhere))

  test.each(own)('$id is reported until it is repaired', async ({ id, broken, repair }) => {
    expect(await rulesOfExample(broken)).toEqual([...(together[id] ?? []), id])
    // Words alone say what to do with a file that has to go.
    if (Object.keys(repair).length === 0) return
    const rules = await rulesOfExample({ ...broken, ...repair })
    // An example of a docset’s configuration has no pages.
    expect(rules.filter((rule) => rule !== 'docset-without-pages')).toEqual([])
  })
})

test.each(Object.entries(seenElsewhere))('%s is seen in %s', (id, file) => {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
  expect(text).toMatch(new RegExp(`(?<![\\w-])${id}(?![\\w-])`))
  const section = pages.flatMap(({ sections }) => sections).find((item) => item.id === id)
  expect(section?.broken, 'files that could be tried').toEqual({})
})
