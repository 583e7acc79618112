/** Tasks of readers: links on the home page to pages of a docset. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { SiteLocale } from '../../site.ts'
import { addressProblem } from '../address-problems.ts'
import { composed, pagePath } from '../address.ts'
import type { PageDocument } from '../document.ts'
import { placeOfString } from '../source-position.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import { generatedSlugs } from './generated-pages.ts'
import { labelOf } from './names.ts'
import type { GuideDocset } from './find-docsets.ts'

const problem = defineProblems('configuration', {
  'task-page-missing': (to: string, near: string | undefined) => ({
    severity: 'error',
    reason:
      `A task leads to \`${to}\`, which is no page of the docset, \`checklist/<party>\` or \`print\`.` +
      (near ? ` Did you mean \`${near}\`?` : ''),
  }),
  'task-anchor-missing': (to: string, near: string | undefined) => ({
    severity: 'error',
    reason:
      `A task leads to \`${to}\`, but that page has no such anchor.` +
      (near ? ` Did you mean \`#${near}\`?` : ''),
  }),
})

/** The tasks of a docset in one language, without those whose page the language lacks. */
export function tasksOf(
  docset: GuideDocset,
  locale: SiteLocale,
  pages: readonly PageDocument[],
): { label: string; path: string }[] {
  return docset.names.tasks.flatMap(({ id, to }) => {
    const { slug, anchor } = parse(to)
    const document = pages.find((page) => page.page.slug === slug)
    const isMade = generatedSlugs(docset).includes(slug)
    if (!isMade && (!document || document.page.kind === 'missing')) return []
    const path = document?.page.path ?? pagePath(locale.tag, docset.id, slug)
    // An outdated translation may lack the anchor: the link leads to the page.
    const place = document?.ids.includes(anchor.slice(1)) ? anchor : ''
    return [{ label: labelOf(docset.id, 'task', id, locale), path: path + place }]
  })
}

/** Problems for tasks whose page or anchor the source language lacks. */
export function* taskProblems(
  { id, names, config, drafts = [] }: GuideDocset,
  sources: readonly PageDocument[],
): Generator<VFileMessage> {
  const slugs = sources.map(({ page }) => page.slug)
  const made = generatedSlugs({ names })
  for (const { to } of names.tasks) {
    const { slug, anchor } = parse(to)
    const place = placeOfString(config.text, to, [`id: '${id}'`, 'tasks:'])
    const source = sources.find(({ page }) => page.slug === slug)
    if (drafts.some((draft) => draft.slug === slug)) {
      yield problemAt(config.name, addressProblem('link-draft', to), place)
    } else if (!source && !made.includes(slug)) {
      const near = nearestName(slug, [...slugs, ...made].filter(Boolean))
      yield problemAt(config.name, problem('task-page-missing', to, near), place)
    } else if (source && anchor && !source.ids.includes(anchor.slice(1))) {
      const near = nearestName(anchor.slice(1), source.ids)
      yield problemAt(config.name, problem('task-anchor-missing', to, near), place)
    }
  }
}

function parse(to: string): { slug: string; anchor: string } {
  const [name = '', anchor] = composed(to).split('#')
  return { slug: name === 'index' ? '' : name, anchor: anchor ? `#${anchor}` : '' }
}
