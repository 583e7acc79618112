/** What the index has besides the text of pages: each step by itself, and what pages are about. */
import { type DocsetContents, type Page, phaseAndServiceOf } from '../docsets/page.ts'
import type { Label, Process, Step } from '../docsets/process.ts'
import { checklistPath, termsPath } from '../i18n/paths.ts'
import { translator } from '../i18n/text.ts'
import type { SiteLocale, SiteTerm } from '../site.ts'
import { type Filters, separate } from './indexed.ts'

/** An entry of the index that is no page; the fields are Pagefind’s. */
export interface IndexRecord {
  /** From the site’s root, without `base`: the reader’s engine puts it before all addresses. */
  url: string
  language: string
  content: string
  meta: Record<string, string>
  filters: Record<string, string[]>
}

/**
 * The position of a page, or of a step or part of it, among what has no other order: by the tables of contents.
 *
 * Gives a function of the entry’s address.
 */
export function orderIn(contents: readonly Pick<DocsetContents, 'items' | 'process'>[]) {
  const paths = contents.flatMap(({ items }) => pathsOf(items))
  const places = new Map(paths.map((path, index) => [path, index]).reverse() as [string, number][])
  const orderOf = (path: string) => (places.get(path) ?? paths.length) * 1000
  const steps = new Map(
    contents.flatMap(({ process }) =>
      (process?.steps ?? []).map((step, index) => [
        `${step.path}#${step.id}`,
        orderOf(step.path) + index + 1,
      ]),
    ),
  )
  return (url: string): number => steps.get(url) ?? orderOf(url.replace(/#.*$/, ''))
}

function pathsOf(items: DocsetContents['items']): string[] {
  return items.flatMap(({ href, items: below }) => [...(href ? [href] : []), ...pathsOf(below)])
}

/**
 * Entries for the steps of a docset that are written in its language, not the fallback of another.
 *
 * @param guide - What the docset is called.
 */
export function stepRecords(
  { docset, locale, process }: DocsetContents,
  guide: string,
): IndexRecord[] {
  if (!process) return []
  return process.steps
    .filter(({ lang }) => !lang || lang === locale)
    .map((step) => ({
      ...recordOf(step, docset),
      language: locale.toLowerCase(),
      meta: metaOf(step, process, guide),
    }))
}

/**
 * Entries for steps of pages that a language lacks, in the language of the fallback: they belong into
 * the language’s index of foreign words, and lead to the page that has them.
 */
export function fallbackStepRecords(
  { docset, process }: DocsetContents,
  guide: string,
): IndexRecord[] {
  return (process?.steps ?? []).flatMap((step): IndexRecord[] => {
    const { lang, pathLang, title, page } = step
    if (lang === undefined || pathLang === undefined) return []
    const meta = {
      kind: 'foreign',
      title: separate(title),
      place: separate(guide === page ? guide : `${guide} › ${page}`),
      lang,
      titleLang: lang,
    }
    return [{ ...recordOf(step, docset), language: lang.toLowerCase(), meta }]
  })
}

/**
 * An entry for the checklist of each party that has steps; none where the language’s words for it are those of
 * another one.
 */
export function checklistRecords(
  { docset, locale, process }: DocsetContents,
  site: readonly SiteLocale[],
  guide: string,
): IndexRecord[] {
  const language = site.find(({ tag }) => tag === locale)
  if (!process || language?.ui !== locale) return []
  const t = translator(language)
  const busy = process.parties.filter(({ id }) =>
    process.steps.some(({ parties }) => parties.includes(id)),
  )
  return busy.map(({ id, label }) => {
    const title = separate(t('checklist.title', { party: label }))
    const lead = separate(t('checklist.lead', { party: label, docset: guide }))
    return {
      url: checklistPath(language, docset, id),
      language: locale.toLowerCase(),
      content: `${title}. ${lead}`,
      meta: { title, breadcrumb: separate(guide) },
      filters: { guide: [docset], party: [id] },
    }
  })
}

/** Entries for the terms that a language explains, and for the page that explains them. */
export function termRecords(terms: readonly SiteTerm[], locale: SiteLocale): IndexRecord[] {
  const t = translator(locale)
  const [path, name] = [termsPath(locale), separate(t('terms.title'))]
  const record = (url: string, content: string, meta: IndexRecord['meta']) => ({
    url,
    language: locale.tag.toLowerCase(),
    content: separate(content),
    meta,
    filters: {},
  })
  // The language’s words for the page may be those of another one.
  const isNamed = locale.ui === locale.tag
  const entries = terms.flatMap(({ id, forms, definitions }) => {
    const [form, definition] = [forms[locale.tag], definitions[locale.tag]]
    if (form === undefined || definition === undefined) return []
    // Who reads about it in one language may know it by the word of another.
    const words = [...new Set([form, ...Object.values(forms)])].join(', ')
    const meta = { title: separate(form), ...(isNamed && { breadcrumb: name }) }
    return [record(`${path}#${id}`, `${words}. ${definition}`, meta)]
  })
  if (!isNamed || entries.length === 0) return entries
  return [record(path, `${t('terms.title')}. ${t('terms.lead')}`, { title: name }), ...entries]
}

/** A step by what its page is about, too: “csv koxo” is a step that exports CSV, on the page about KoXo. */
export function withContext(step: IndexRecord, { description }: Page): IndexRecord {
  return { ...step, meta: { ...step.meta, context: separate(description) } }
}

/** What every entry of a step has, whatever the language. */
function recordOf(step: Step, docset: string) {
  return {
    url: `${step.path}#${step.id}`,
    content: separate(step.text),
    filters: {
      guide: [docset],
      party: [...step.parties],
      ...(step.phase && { phase: [step.phase] }),
      ...(step.service && { service: [step.service] }),
    },
  }
}

/** What a guide is called in a language: as its first page is. */
export function guideTitles(
  pages: readonly Pick<Page, 'docset' | 'locale' | 'slug' | 'title'>[],
): (guide: Pick<Page, 'docset' | 'locale'>) => string {
  const keyOf = ({ docset, locale }: Pick<Page, 'docset' | 'locale'>) => `${locale} ${docset}`
  const titles = new Map(
    pages.filter(({ slug }) => slug === '').map((page) => [keyOf(page), page.title]),
  )
  return (guide) => titles.get(keyOf(guide)) ?? guide.docset
}

/** What a page can be narrowed by. */
export function filtersOf(page: Page): Filters {
  const { phase, service } = phaseAndServiceOf(page)
  return {
    guide: [page.docset],
    ...(phase && { phase: [phase] }),
    ...(service && { service: [service] }),
  }
}

/** Shown with the step, and looked through as well: its names need not be in its text. */
function metaOf(step: Step, process: Process, guide: string): Record<string, string> {
  const { number, phase, service, parties } = step
  const label = (labels: readonly Label[], id: string) =>
    labels.find((item) => item.id === id)?.label ?? id
  return {
    kind: 'step',
    title: separate(step.title),
    number: String(number),
    place: separate(guide === step.page ? guide : `${guide} › ${step.page}`),
    parties: parties.map((id) => separate(label(process.parties, id))).join(', '),
    ...(phase && { phase: separate(label(process.phases, phase)) }),
    ...(service && { service: separate(label(process.services, service)) }),
  }
}
