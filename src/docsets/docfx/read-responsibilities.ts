/** Read the page of responsibilities, a table of what each party does, if the configuration asks for it. */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import type { DocsetIndex, PageFile } from '../docset.ts'
import type { PageDocument } from '../document.ts'
import type { DocfxDocset } from './find-docsets.ts'
import type { DocfxEdition } from './find-editions.ts'
import { bodyPart } from './parts.ts'
import { type Source, responsibilitiesDocument } from './responsibilities-document.ts'
import { checkHeadings, checkPages } from './responsibilities-problems.ts'

/** Read a page in the language of an edition, from its file in this language or another. */
type ReadPage = (
  edition: DocfxEdition,
  contentLocale: string,
  file: PageFile,
) => Promise<PageDocument>

interface Added {
  /** One for each language; none if there are problems. */
  documents: PageDocument[]
  /** Slugs of the pages that they are made of. */
  sources: string[]
  messages: VFileMessage[]
}

/** Read the page in every language, if the docset is configured to have it. */
export async function readResponsibilities(
  docset: DocfxDocset,
  index: DocsetIndex,
  context: ReadContext,
  readPage: ReadPage,
): Promise<Added> {
  const wanted = docset.responsibilities
  if (!wanted) return { documents: [], sources: [], messages: [] }
  const parties = Object.entries(wanted.parties).map(([party, path]) => ({
    party,
    slug: index.page(path)?.slug ?? path,
  }))
  const complete = docset.editions
    .map(({ locale }) => locale)
    .filter((locale) => parties.every(({ slug }) => index.pageIn(locale, slug)))
  const [first] = complete
  const pageMessages = checkPages(wanted, index, context, complete)
  if (!first || pageMessages.length) return { documents: [], sources: [], messages: pageMessages }

  const read = await Promise.all(docset.editions.map((edition) => readSources(edition, first)))
  const messages = checkHeadings(
    wanted,
    read.flatMap(({ sources }) => sources),
  )
  if (messages.length) return { documents: [], sources: [], messages }
  const { page: slug } = wanted
  const alternates = complete.map((locale) => ({
    locale,
    path: pagePath(locale, docset.id, slug),
  }))
  const documents = read.map(({ sources, ...locales }) =>
    responsibilitiesDocument({ docset: docset.id, slug, alternates, ...locales }, sources, context),
  )
  return { documents, sources: parties.map((party) => party.slug), messages }

  async function readSources(edition: DocfxEdition, other: string) {
    const { locale } = edition
    const contentLocale = complete.includes(locale) ? locale : other
    const files = parties.flatMap(({ party, slug }) => {
      const file = index.pageIn(contentLocale, slug)
      return file ? [{ party, file }] : []
    })
    const folder = posix.dirname(files[0]?.file.absolute ?? '')
    const sources = files.map(async ({ party, file }): Promise<Source> => {
      const document = await readPage(edition, contentLocale, file)
      return { party, document, ...bodyPart(document, folder) }
    })
    return { locale, contentLocale, sources: await Promise.all(sources) }
  }
}
