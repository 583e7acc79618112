/** Pages of a docset that are generated from its steps. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { PageDocument } from '../document.ts'
import type { GuideDocset } from './find-docsets.ts'

const problem = defineProblems('configuration', {
  'page-reserved': (slug: string) => ({
    severity: 'error',
    reason: `A page cannot be called \`${slug}\`: the page made of the docset’s steps, or of its history, has this address. Rename the file.`,
  }),
})

/** The slugs of all generated pages of a docset: from its steps, and from its history. */
function madeSlugs(docset: Pick<GuideDocset, 'names' | 'changes'>): string[] {
  return [...generatedSlugs(docset), ...(docset.changes ? ['changes'] : [])]
}

/** The slugs of checklists, the whole guide and the choice of services; none for a docset without parties. */
export function generatedSlugs({ names }: Pick<GuideDocset, 'names'>): string[] {
  if (names.parties.length === 0) return []
  const free = names.services.filter((id) => !names.required.includes(id))
  const hasChoice = free.length > 1 || names.choices.length > 0
  return [
    'print',
    ...(hasChoice ? ['my-services'] : []),
    ...names.parties.map((id) => `checklist/${id}`),
  ]
}

/** Written pages at the address of a generated one. */
export function* reservedPages(
  docset: Pick<GuideDocset, 'names' | 'changes'>,
  documents: readonly PageDocument[],
): Generator<VFileMessage> {
  const made = madeSlugs(docset)
  for (const { name, page } of documents) {
    if (!name || !made.includes(page.slug)) continue
    yield problemAt(name, problem('page-reserved', page.slug), { line: 1, column: 1 })
  }
}
