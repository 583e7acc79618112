/**
 * Which errors of pages are warnings in a docset of docfx: docfx reports them and publishes all the same
 * (dotnet/docfx, `docs/specs/error.yml` and the log codes of its documentation).
 */
import type { ReportedProblem } from './problems.ts'

/** The manual has them as a table: `manual/docfx.mdx`. */
const publishedWith: ReadonlySet<string> = new Set([
  // Links: the words stay, an anchor that is not there leads to the top of its page.
  'link-missing',
  'link-anchor-missing',
  'link-scheme',
  'file-source',
  'file-unpublished',
  'file-active',
  'file-taken',
  // Images: their text is shown.
  'image-missing',
  'image-unreadable',
  'image-size',
  'image-format',
  'image-without-text',
  'drawing-unreadable',
  // Parts of a page: they are left out, or shown as typed.
  'include-missing',
  'merge-conflict',
  'front-matter-title',
  'front-matter-type',
  // Entries of lists: they are left out.
  'toc-missing',
  'redirect-cycle',
  'redirect-long',
  'page-twice',
  // Of what was built: reported where it is written.
  'built-anchor',
])

/** Problems of a docset of docfx with the severity that its own publishing gives them. */
export function asDocfxPublishes(problems: readonly ReportedProblem[]): ReportedProblem[] {
  return problems.map((problem) =>
    publishedWith.has(problem.ruleId) ? { ...problem, severity: 'warning' } : problem,
  )
}
