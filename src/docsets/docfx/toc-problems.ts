/** Problems of a table of contents that show once its addresses are known. */
import { limits } from '#plugins/limits/problems.ts'
import { defineProblems } from '#plugins/problems.ts'

export const tocProblem = defineProblems({
  'toc-missing': (url: string) => ({
    severity: 'error',
    reason: `Unexpected link to \`${url}\`, expected a table of contents that exists`,
  }),
  'toc-cycle': (url: string) => ({
    severity: 'warning',
    reason: `Unexpected link to \`${url}\`, which names this table of contents itself, expected one further down: its entries are left out here`,
  }),
  'toc-entry': (hasItems: boolean) => ({
    severity: 'warning',
    reason:
      'Unexpected entry without a name and without a page, expected `name:` or `href:`: ' +
      (hasItems ? 'the entries under it take its place' : 'it is left out'),
  }),
  'toc-depth': () => ({
    severity: 'error',
    reason: `More than ${limits.depth} levels of entries, with those of other tables of contents. Use fewer levels.`,
    note: 'These entries and those under them are left out.',
  }),
  'toc-size': () => ({
    severity: 'error',
    reason: `More than ${limits.entries} entries, with those of other tables of contents. Name each table of contents once.`,
    note: 'The entries that follow are left out.',
  }),
  'toc-address': (key: string, url: string, page: string) => ({
    severity: 'warning',
    reason: `Unexpected second page \`${key}: ${url}\` of an entry, expected one; \`${page}\` is used`,
  }),
})
