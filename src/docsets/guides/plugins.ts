/** Options of the guide dialect that come from the site. */
import type { VFile } from 'vfile'
import type { KnownBlock } from '#plugins/blocks.ts'
import type { GuideOptions } from '#plugins/guide/index.ts'
import type { Vocabulary } from '#plugins/guide/vocabulary.ts'
import { guideComponentNames } from '../../config/components.ts'
import type { SiteLocale } from '../../site.ts'
import {
  type ReadContext,
  alertOptions,
  downloadOptions,
  anchorLinkOptions,
  ownIds,
  footnoteOptions,
  hookOptions,
  linkOptions,
  videoOptions,
  strayEmphasisOptions,
  termOptions,
} from '../context.ts'
import { blockOptions } from '../known-blocks.ts'
import { noNames, vocabularyOf } from './names.ts'
import { pageProcess } from './page-process.ts'

declare module 'vfile' {
  interface DataMap {
    /** The page itself. */
    frontMatter: Readonly<Record<string, unknown>>
  }
}

/** What a translation takes from its source page, and the name of that page for messages. */
export interface SourcePage {
  name: string
  lang: string
  text: string
  /** The states of its blocks. */
  blocks: readonly KnownBlock[]
  data: VFile['data']
}

const guideComponents: ReadonlySet<string> = new Set(guideComponentNames)

/**
 * The options of the guide dialect for a whole site; the page's place is in `file.data.place`.
 *
 * @param sourceOf - The source page of a translation; undefined for other files.
 */
export function guideOptions(
  context: ReadContext,
  sourceOf: (file: VFile) => Promise<SourcePage | undefined>,
): GuideOptions {
  return {
    ...linkOptions(context),
    ...alertOptions(context),
    ...videoOptions(context),
    ...downloadOptions(context),
    ...footnoteOptions(context),
    ...hookOptions(context),
    ...anchorLinkOptions(context),
    ...strayEmphasisOptions,
    ...termOptions(context),
    highlightCode: true,
    ownIds,
    ...blockOptions(context),
    components: guideComponents,
    ownComponents: context.components,
    componentAttributes,
    vocabulary,
    pageProcess: (file) => pageProcess(file.data.frontMatter ?? {}, vocabulary(file)),
    procedureText: text,
    matrixText: text,
    frameText: text,
    sourceHeadings: async (file) => (await sourceOf(file))?.data.anchors,
    sourceProcedures: async (file) => {
      const source = await sourceOf(file)
      return source && sourceProceduresOf(source)
    },
    hasTranslations: ({ data: { place } }) => {
      if (!place) return false
      const { sourceLocale, editions } = place.index.docset
      return place.locale === sourceLocale && editions.length > 1
    },
    sourceMatrices: async (file) => {
      const source = await sourceOf(file)
      return source && { name: source.name, matrices: source.data.matrices ?? [] }
    },
  }

  function sourceProceduresOf({ name, lang, text, blocks, data }: SourcePage) {
    const { procedures = [], procedureCopies: copies = [] } = data
    return { name, lang, text, blocks, procedures, copies }
  }

  function localeOf({ data }: VFile): SiteLocale | undefined {
    return context.locales.find(({ tag }) => tag === data.contentLocale)
  }

  function text(key: string, file: VFile): string {
    return localeOf(file)?.strings[key] ?? key
  }

  function vocabulary(file: VFile): Vocabulary {
    const { id = '', names } = file.data.place?.index.docset ?? {}
    return vocabularyOf(id, names ?? noNames, localeOf(file) ?? { strings: {} })
  }
}

/** Add the page to the props of a component, which has no other way to know its page. */
function componentAttributes({ data: { place } }: VFile): Record<string, string> {
  return place ? { docset: place.index.docset.id, locale: place.locale } : {}
}
