/**
 * Read `.openpublishing.redirection*.json`: old files of a docset and where their readers go now.
 *
 * Rules from docfx `docs/specs/redirection.yml`: paths count from the repository's root or from the
 * file itself, the source file must be gone, a target may be relative, from the site's root or whole.
 */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { z } from 'zod'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { slugOf } from '../address.ts'
import { placeOf } from '../place.ts'
import { readJson } from './config.ts'

const schema = z.object({
  redirections: z
    .array(
      z.object({
        source_path: z.string().optional(),
        source_path_from_root: z.string().optional(),
        redirect_url: z.string(),
      }),
    )
    .default([]),
})

export interface Redirection {
  /** Slug that the old file had. */
  slug: string
  /** As typed. */
  url: string
  place: { line: number; column: number }
}

const problem = defineProblems({
  'redirect-source-exists': (path: string) => ({
    severity: 'warning',
    reason: `Unexpected redirection of \`${path}\`, expected a file that is gone: the page stays, the redirection is left out`,
  }),
  'redirect-target-missing': (url: string) => ({
    severity: 'warning',
    reason: `Unexpected redirection to \`${url}\`, expected a page of this docset: readers are sent to that address if it is a whole one`,
  }),
  'redirect-cycle': (slug: string) => ({
    severity: 'warning',
    reason: `Unexpected redirection of \`${slug}\` that comes back to itself, expected one that ends at a page: it is left out`,
  }),
})

export const targetMissing = (path: string, { url, place }: Redirection): VFileMessage =>
  problemAt(path, problem('redirect-target-missing', url), place)

export const redirectCycle = (path: string, { slug, place }: Redirection): VFileMessage =>
  problemAt(path, problem('redirect-cycle', slug), place)

/**
 * The redirections that concern the docset in `folder` (relative to the repository's root); `exists`
 * tells whether a path relative to `folder` is a page.
 */
export function readRedirections(
  text: string,
  path: string,
  folder: string,
  exists: (path: string) => boolean,
): { redirections: Redirection[]; messages: VFileMessage[] } {
  const { value, messages } = readJson(text, path, schema)
  const redirections: Redirection[] = []
  for (const { source_path, source_path_from_root, redirect_url } of value?.redirections ?? []) {
    const typed = source_path_from_root ?? source_path
    if (!typed) continue
    const inside = posix.relative(folder, typed.replace(/^\//, ''))
    if (inside.startsWith('..')) continue
    const place = placeOf(text, JSON.stringify(typed)).start
    if (exists(inside))
      messages.push(problemAt(path, problem('redirect-source-exists', typed), place))
    else redirections.push({ slug: slugOf(inside), url: redirect_url, place })
  }
  return { redirections, messages }
}
