/** The guide dialect bound to a site: Astro and the checks take the same lists from here. */
import type { Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import type { PluggableList } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import rehypeAnchorLinks from '#plugins/anchor-links.ts'
import rehypeAliases, { type AliasOptions } from '#plugins/aliases.ts'
import { type GuideOptions, guideRehypePlugins, guideRemarkPlugins } from '#plugins/guide/index.ts'
import type { Vocabulary } from '#plugins/guide/vocabulary.ts'
import { decodeAddress } from '#plugins/percent-encoding.ts'
import type { SiteLocale } from '../../site.ts'
import {
  type ReadContext,
  alertOptions,
  anchorLinkOptions,
  ownIds,
  footnoteOptions,
  linkOptions,
  strayEmphasisOptions,
} from '../context.ts'
import { blockOptions } from '../known-blocks.ts'
import type { PageLocation } from '../resolve-link.ts'
import { noNames, vocabularyOf } from './names.ts'
import { pageProcess } from './page-process.ts'
import { type SourcePage, sourcePage } from './source-page.ts'

/** What guides may use of `src/components/`. */
const components: ReadonlySet<string> = new Set(['PhaseDiagram', 'ResponsibilityMatrix'])

/** The options of the guide dialect for a whole site; the page's place is in `file.data.place`. */
export function guideOptions(context: ReadContext): GuideOptions {
  const options: GuideOptions = {
    ...linkOptions(context),
    ...alertOptions(context),
    ...footnoteOptions(context),
    ...strayEmphasisOptions,
    ownIds,
    ...blockOptions(context),
    components,
    componentAttributes,
    vocabulary,
    pageProcess: (file) => pageProcess(file.data.frontMatter ?? {}, vocabulary(file)),
    procedureText: text,
    matrixText: text,
    frameText: text,
    sourceHeadings: async (file) => (await sourcePage(file, context, options))?.data.anchors,
    sourceProcedures: async (file) => {
      const source = await sourcePage(file, context, options)
      return source && sourceProceduresOf(source)
    },
    sourceMatrices: async (file) => {
      const source = await sourcePage(file, context, options)
      return source && { name: source.name, matrices: source.data.matrices ?? [] }
    },
  }
  return options

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

/** A component cannot see which page it is on. */
function componentAttributes({ data: { place } }: VFile): Record<string, string> {
  return place ? { docset: place.index.docset.id, locale: place.locale } : {}
}

/**
 * For `unified()` of @astrojs/markdown-remark: finds the page's place from its path, then the dialect.
 *
 * @param frontMatter - The front matter of each page, by the file's whole path; Astro reads none of it.
 */
export function astroGuidePlugins(
  context: ReadContext,
  aliases: AliasOptions,
  frontMatter: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): {
  remarkPlugins: PluggableList
  rehypePlugins: PluggableList
} {
  const options = guideOptions(context)
  const remarkPlace = () => (_tree: unknown, file: VFile) => {
    const place = placeOf(file.path, context)
    if (!place) return
    file.data.place = place
    file.data.absolute = file.path
    file.data.contentLocale = place.locale
    file.data.frontMatter = frontMatter.get(file.path) ?? {}
  }
  // Astro looks for images in Markdown only, as typed: one that only the source language has, or that
  // is written as HTML, comes from here, and one that is not there must not be asked for.
  const resolveImage: GuideOptions['resolveImage'] = (url, file, fallbackLang) => {
    const result = options.resolveImage(url, file, fallbackLang)
    const astro = ((file.data as AstroData).astro ??= {})
    astro.localImagePaths ??= []
    // An image of a fallback was never looked for here.
    if (fallbackLang === undefined)
      astro.localImagePaths = astro.localImagePaths.filter((path) => path !== decodeAddress(url))
    if (result.src === undefined) return result
    astro.localImagePaths.push(result.src)
    // Astro decodes the address of every image: one that it decodes to the name of the file.
    return { ...result, src: encodeURI(result.src) }
  }
  return {
    remarkPlugins: [remarkPlace, ...guideRemarkPlugins(options), remarkDecodable],
    rehypePlugins: [
      ...guideRehypePlugins({ ...options, resolveImage }),
      rehypeDecodable,
      [rehypeAliases, aliases],
      [rehypeAnchorLinks, anchorLinkOptions(context)],
    ],
  }
}

/** Where @astrojs/markdown-remark keeps the images that it is to size. */
interface AstroData {
  astro?: { localImagePaths?: string[] }
}

/** The same for images written as HTML that were not found: they keep the address that was typed. */
function rehypeDecodable() {
  return (tree: HastRoot): undefined => {
    visit(tree, 'element', ({ tagName, properties }) => {
      const { src } = properties
      if (tagName === 'img' && typeof src === 'string') properties['src'] = decodable(src)
    })
  }
}

/** Astro decodes what images and their definitions say, and fails on a `%` that encodes nothing. */
function remarkDecodable() {
  return (tree: Root): undefined => {
    visit(tree, ['image', 'definition'], (node) => {
      if ('url' in node) node.url = decodable(node.url)
    })
  }
}

function decodable(url: string): string {
  try {
    decodeURI(url)
    return url
  } catch {
    return url.replaceAll('%', '%25')
  }
}

function placeOf(absolute: string, { all }: ReadContext): PageLocation | undefined {
  for (const index of all) {
    for (const { locale, root } of index.docset.editions) {
      if (absolute.startsWith(`${root}/`))
        return { index, locale, path: absolute.slice(root.length + 1) }
    }
  }
  return undefined
}
