/** Make the page of a docfx file. */
import GithubSlugger from 'github-slugger'
import type { VFile } from 'vfile'
import { rangeTitle } from '#plugins/docfx/triple-colon/variants.ts'
import { composed, pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import type { PageFile } from '../docset.ts'
import { bilingualOf, machineOf } from '../known-blocks.ts'
import type { DocfxPage, MissingPage } from '../page.ts'
import type { DocfxFacts } from './metadata.ts'
import type { PageRequest } from './page-request.ts'

/**
 * The page of a file that was read.
 *
 * @param isReadable - Whether its content could be read; without content a page says that it is missing.
 */
export function pageOf(
  { index, locale, contentLocale, file: source, alternates }: PageRequest,
  { title: typedTitle, description, updated, translation, review, variants }: DocfxFacts,
  { data }: VFile,
  isReadable: boolean,
  context: ReadContext,
): DocfxPage | MissingPage {
  const { id: docset } = index.docset
  const title = typedTitle ?? data.title?.text
  const common = {
    docset,
    locale,
    contentLocale,
    slug: source.slug,
    path: pagePath(locale, docset, source.slug),
    title: title ?? source.path,
    heading: headingOf(data, title, source),
    description: description ?? '',
    ...(updated && { updated }),
    ...(review && { review }),
    headings: data.headings ?? [],
    ...(data.hasCode && { hasCode: true as const }),
    ...(data.hasVideos && { hasVideos: true as const }),
  }
  if (!isReadable) {
    const others = alternates.filter((alternate) => alternate.locale !== locale)
    return { ...common, kind: 'missing', alternates: others }
  }
  return {
    ...common,
    kind: 'docfx',
    ...(data.images?.length && { hasPictures: true as const }),
    ...(data.hasForms && { hasForms: true }),
    ...(data.variants && { variants: data.variants }),
    ...(variants.monikerRange && {
      appliesTo: rangeTitle(variants.monikerRange, data.variantSources?.monikers ?? []),
    }),
    ...(translation && { translation }),
    ...(data.hasTabs && { hasTabs: true }),
    ...(data.hasBoxes && { hasBoxes: true }),
    ...bilingualOf(index, { locale, contentLocale }, source, context),
    ...machineOf(source, context),
    alternates,
  }
}

/** The page’s level-one heading; its id is empty if another heading has it. */
function headingOf(
  { title: heading, ids = [] }: VFile['data'],
  title: string | undefined,
  source: PageFile,
): DocfxPage['heading'] {
  if (heading) {
    const { depth: _, ...rest } = heading
    return rest
  }
  const slug = new GithubSlugger().slug(composed(title ?? ''))
  return { id: ids.includes(slug) ? '' : slug, text: title ?? source.path }
}
