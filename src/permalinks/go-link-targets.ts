/** Every page, heading and step that a go link may open, in each language that really has it. */
import { pagePath } from '../docsets/address.ts'
import type { PageDocument } from '../docsets/document.ts'
import { type Page, phaseAndServiceOf } from '../docsets/page.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { generatedTitles } from './generated-pages.ts'
import { type PermalinkKind, partsOf, permalinkId } from './permalink.ts'
import { keyOf } from './places.ts'
import { permalinksOf } from './published.ts'

/** A place of the site in one language. */
export interface GoLinkTarget {
  locale: string
  /** Path from the site's root without `base`, anchor included. */
  path: string
  title: string
  /** The language of the title, where the page has it in another one than its own. */
  lang?: string
  /** It is the title of its page, at its top. */
  isTop?: boolean
  /** For a step. */
  number?: number
  /** The title of its page, for a heading or step. */
  page?: string
  /** What its page belongs to, for a step: the guide, then the phase; without what the page is called, too. */
  above?: readonly string[]
}

/** A place, and where it is in each language. */
interface Known {
  kind: PermalinkKind
  targets: GoLinkTarget[]
}

/** By their ids; a language that has only a fallback does not count. */
export function goLinks({ site, documents, contents }: ReadSite): Map<string, Known> {
  const known = new Map<string, Known>()
  const real = documents.filter(
    ({ page }) => page.kind !== 'missing' && page.locale === page.contentLocale,
  )
  for (const { tag } of site.locales) {
    for (const document of real) if (document.page.locale === tag) addPage(document)
    for (const content of contents.filter(({ locale }) => locale === tag)) {
      const first = real.find(
        ({ page }) => page.locale === tag && keyOf({ page }) === content.docset,
      )
      for (const { slug, title } of generatedTitles(
        content,
        first?.page.title ?? content.docset,
        site,
      )) {
        const path = pagePath(tag, content.docset, slug)
        add(permalinkId(content.docset, slug), 'page', { locale: tag, path, title })
      }
    }
  }
  return known

  function addPage(document: PageDocument): void {
    const { page, procedures = [] } = document
    const steps = procedures.flatMap((procedure) => procedure.steps)
    const numbers = new Map(steps.map(({ id, number }) => [id, number]))
    const langs = new Map(
      [page.heading, ...page.headings, ...steps].map(({ id, lang }) => [id, lang]),
    )
    const above = steps.length > 0 ? namesAbove(page, real, contents) : []
    for (const { id, kind, title } of permalinksOf(document)) {
      const { anchor } = partsOf(id)
      const number = kind === 'step' ? numbers.get(anchor ?? '') : undefined
      const lang = anchor === undefined ? undefined : langs.get(anchor)
      const hash = anchor === undefined ? '' : `#${encodeURI(anchor)}`
      add(id, kind, {
        locale: page.locale,
        path: page.path + hash,
        title,
        ...(lang && { lang }),
        ...(anchor !== undefined && anchor === page.heading.id && { isTop: true }),
        ...(number !== undefined && { number }),
        ...(anchor !== undefined && { page: page.title }),
        ...(number !== undefined && { above }),
      })
    }
  }

  function add(id: string, kind: PermalinkKind, target: GoLinkTarget): void {
    const entry: Known = known.get(id) ?? { kind, targets: [] }
    known.set(id, entry)
    if (!entry.targets.some(({ locale }) => locale === target.locale)) entry.targets.push(target)
  }
}

/** The guide and the phase of a page, by the names that they have in its language. */
function namesAbove(
  page: Page,
  documents: readonly PageDocument[],
  contents: ReadSite['contents'],
): string[] {
  const isHere = ({ docset, locale }: { docset: string; locale: string }) =>
    docset === page.docset && locale === page.locale
  const guide = documents.find((document) => isHere(document.page) && document.page.slug === '')
  const { phase } = phaseAndServiceOf(page)
  const phases = contents.find(isHere)?.process?.phases ?? []
  const names = [guide?.page.title, phases.find(({ id }) => id === phase)?.label]
  return names.flatMap((name) => (name === undefined || name === page.title ? [] : [name]))
}
