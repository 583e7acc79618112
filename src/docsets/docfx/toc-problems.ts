/** Problems of a table of contents that show once its addresses are known. */
import { limits } from '#plugins/limits/problems.ts'
import { defineProblems } from '#plugins/problems.ts'

export const tocProblem = defineProblems('docfx', {
  'toc-missing': (url: string) => ({
    severity: 'error',
    reason: `There is no table of contents \`${url}\`. Correct the path.`,
  }),
  'toc-cycle': (url: string) => ({
    severity: 'warning',
    reason: `\`${url}\` names this table of contents again, so its entries are left out here. Name one that is further down.`,
  }),
  'toc-entry': (hasItems: boolean) => ({
    severity: 'warning',
    reason: `Entry has no name and no page, so ${hasItems ? 'the entries under it take its place' : 'it is left out'}. Add \`name:\` or \`href:\`.`,
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
    reason: `Entry has a second page \`${key}: ${url}\`; \`${page}\` is used. Delete one.`,
  }),
})
