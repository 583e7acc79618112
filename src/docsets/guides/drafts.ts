/** Drafts: pages with `draft: true`, which `dev` shows and nobody else sees. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { decode } from '../decode.ts'
import type { Docset, PageFile } from '../docset.ts'
import type { FileSystem } from '../file-system.ts'
import { readFrontMatter } from '../front-matter.ts'
import { placeOf } from '../source-position.ts'

const problem = defineProblems('files', {
  'front-matter-draft': () => ({
    severity: 'error',
    reason: '`draft` is neither true nor false. Write `draft: true`, or take it out.',
  }),
  'draft-translation': () => ({
    severity: 'warning',
    reason: '`draft` does nothing in a translation. Write it into the source page, or take it out.',
    note: 'A translation is a draft as long as its source page is one.',
  }),
})

type FrontMatterData = Readonly<Record<string, unknown>>

export function isDraft(frontMatter: FrontMatterData): boolean {
  return frontMatter['draft'] === true
}

export function* draftProblems(
  frontMatter: FrontMatterData,
  { name, text }: { name: string; text: string },
  isTranslation: boolean,
): Generator<VFileMessage> {
  const value = frontMatter['draft']
  if (value === undefined) return
  const place = placeOf(text, 'draft')
  if (typeof value !== 'boolean') yield problemAt(name, problem('front-matter-draft'), place)
  else if (isTranslation) yield problemAt(name, problem('draft-translation'), place)
}

/** The docset without its drafts, in every language; it remembers their names. */
export async function withoutDrafts<T extends Docset>(docset: T, files: FileSystem): Promise<T> {
  const drafts = await draftsOf(docset, files)
  if (drafts.size === 0) return docset
  const editions = docset.editions.map((edition) => ({
    ...edition,
    pages: edition.pages.filter(({ slug }) => !drafts.has(slug)),
  }))
  const all = docset.editions.flatMap(({ pages }) => pages)
  const paths = new Map(
    all.filter(({ slug }) => drafts.has(slug)).map(({ path, slug }) => [path, slug]),
  )
  return { ...docset, editions, drafts: [...paths].map(([path, slug]) => ({ path, slug })) }
}

/** Slugs of drafts. Where a page has no source, its first language decides. */
async function draftsOf({ editions }: Docset, files: FileSystem): Promise<Set<string>> {
  const first = new Map<string, PageFile>()
  for (const page of editions.flatMap(({ pages }) => pages)) {
    if (!first.has(page.slug)) first.set(page.slug, page)
  }
  const looked = [...first.values()].map(async ({ slug, absolute }) =>
    saysDraft(await files.read(absolute)) ? [slug] : [],
  )
  return new Set((await Promise.all(looked)).flat())
}

/** Only the few files that contain the word are parsed. */
function saysDraft(bytes: Uint8Array | undefined): boolean {
  if (!bytes || !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('draft')) {
    return false
  }
  return isDraft(readFrontMatter(decode(bytes, '').text, '').data)
}
