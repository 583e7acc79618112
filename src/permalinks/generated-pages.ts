/** The pages that are made of a docset's steps, with their titles in one language. */
import { generatedSlugs } from '../docsets/guides/generated-pages.ts'
import { noNames } from '../docsets/guides/names.ts'
import type { DocsetContents } from '../docsets/page.ts'
import type { Site } from '../site.ts'

/** `docsetTitle` is that of the docset's first page. */
export function generatedTitles(
  { locale, process }: Pick<DocsetContents, 'locale' | 'process'>,
  docsetTitle: string,
  { locales }: Pick<Site, 'locales'>,
): { slug: string; title: string }[] {
  const parties = process?.parties ?? []
  const { strings = {} } = locales.find(({ tag }) => tag === locale) ?? {}
  const labels = new Map(parties.map(({ id, label }) => [`checklist/${id}`, label]))
  const { services = [], choices = [] } = process ?? {}
  const names = {
    ...noNames,
    parties: parties.map(({ id }) => id),
    services: services.map(({ id }) => id),
    required: services.filter(({ isRequired }) => isRequired).map(({ id }) => id),
    choices: choices.map(({ id, options }) => ({
      id,
      options: options.map((option) => option.id),
    })),
  }
  return generatedSlugs({ names }).map((slug) => {
    if (slug === 'my-services') return { slug, title: strings['services.title'] ?? slug }
    const party = labels.get(slug)
    const [text, hole, word] =
      party === undefined
        ? [strings['print.title'], '{title}', docsetTitle]
        : [strings['checklist.title'], '{party}', party]
    return { slug, title: text?.replace(hole, word) ?? word }
  })
}
