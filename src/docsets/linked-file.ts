/** Decide whether a file that a page links to or shows may be published, and where. */
import { type Problem, defineProblems } from '#plugins/problems.ts'
import { composed, downloadsFolder, localePath } from './address.ts'
import type { Docset, FoundFile } from './docset.ts'
import type { Drawings } from './svg-images.ts'
import { fileKind, isSource } from './file-kinds.ts'

const problem = defineProblems('links', {
  'file-source': (url: string) => ({
    severity: 'error',
    reason: `\`${url}\` is a source of the docset, which is never published. Take the link out.`,
  }),
  'file-unpublished': (url: string, dialect: Docset['dialect']) => ({
    severity: 'error',
    reason:
      dialect === 'docfx'
        ? `\`${url}\` is not published: no pattern in docfx.json takes it. Add it to \`resource\` in docfx.json, or take the link out.`
        : `\`${url}\` is not published: a page of a guide ends in \`.mdx\`. Rename it, or take the link out.`,
  }),
  'file-active': (url: string, pattern: string) => ({
    severity: 'error',
    reason: `\`${url}\` is not published: a browser may run it as a part of the site. To offer it as a download, add \`${pattern}\` to \`downloads\` in content/site.config.ts, and link to it from the text of a page.`,
  }),
  'image-unpublished': (url: string) => ({
    severity: 'warning',
    reason: `The image \`${url}\` is not published: no pattern in docfx.json takes it, and its text is shown in its place. Add it to \`resource\` in docfx.json.`,
  }),
  'drawing-unreadable': (url: string) => ({
    severity: 'error',
    reason: `The drawing \`${url}\` is no SVG that browsers can read: its XML is damaged. Save it anew from the program that made it.`,
  }),
  'drawing-cleaned': (url: string, removed: string) => ({
    severity: 'warning',
    reason: `The drawing \`${url}\` has parts that could run or load something: ${removed}. It is published without them; take them out of the file.`,
  }),
})

/** Rules for files that links lead to. */
export interface FileRules {
  /** Whether the configuration allows this active file, `<docset>/<path>`, as a download. */
  downloads?: ((path: string) => boolean) | undefined
  drawings?: Drawings | undefined
}

export interface LinkedFile {
  /** The path of the file on the site, without base; absent if it is not published. */
  to?: string
  /** Whether browsers are to save the file, not open it. */
  download?: boolean
  problem?: Problem
}

/**
 * Decide where a linked file is published.
 *
 * @param url - The address as typed.
 * @param locale - The language of the page.
 */
export function linkedFile(
  url: string,
  file: FoundFile,
  { docset, locale }: { docset: Pick<Docset, 'id' | 'dialect'>; locale: string },
  { downloads, drawings }: FileRules,
): LinkedFile {
  const refused = refusal(url, file, docset) ?? unreadable(url, file, drawings)
  if (refused) return { problem: refused }
  // A file of another repository lies beside the docset’s folder, and is published in it.
  const path = `${docset.id}/${composed(file.path).replace(/^(?:\.\.\/)+/, '_repositories/')}`
  const to = `/${localePath(locale)}/${path}`
  if (fileKind(file.path) !== 'active') return { to, ...cleaned(url, file, drawings) }
  if (!downloads?.(path)) return { problem: problem('file-active', url, path) }
  return { to: `/${downloadsFolder}${to}`, download: true }
}

/** A problem of an image, which may keep it from being shown. */
export function shownImage(
  url: string,
  file: FoundFile,
  { drawings }: FileRules,
): { problem?: Problem; isShown: boolean } {
  if (!file.isPublished) return { problem: problem('image-unpublished', url), isShown: false }
  const damaged = unreadable(url, file, drawings)
  if (damaged) return { problem: damaged, isShown: false }
  return { ...cleaned(url, file, drawings), isShown: true }
}

function refusal(
  url: string,
  { path, isPublished }: FoundFile,
  { dialect }: Pick<Docset, 'dialect'>,
): Problem | undefined {
  if (isPublished) return undefined
  return isSource(path) ? problem('file-source', url) : problem('file-unpublished', url, dialect)
}

function unreadable(url: string, { absolute }: FoundFile, drawings: FileRules['drawings']) {
  const isDamaged = drawings?.has(absolute) && drawings.get(absolute) === undefined
  return isDamaged ? problem('drawing-unreadable', url) : undefined
}

function cleaned(url: string, { absolute }: FoundFile, drawings: FileRules['drawings']) {
  const removed = drawings?.get(absolute)
  if (!removed?.length) return {}
  return { problem: problem('drawing-cleaned', url, removed.join(', ')) }
}
