/** The guide dialect bound to a site: Astro and the checks take the same lists from here. */
import type { Root } from 'mdast'
import type { PluggableList } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import {
  type GuideOptions,
  guideProcessor,
  guideRehypePlugins,
  guideRemarkPlugins,
} from '#plugins/guide/index.ts'
import { type ReadContext, alertOptions, linkOptions } from '../context.ts'
import { decode } from '../decode.ts'
import type { Place } from '../resolve.ts'

/** The options of the guide dialect for a whole site; the page's place is in `file.data.place`. */
export function guideOptions(context: ReadContext): GuideOptions {
  const options: GuideOptions = {
    ...linkOptions(context),
    ...alertOptions(context),
    sourceHeadings: async (file) => {
      const place = file.data.place
      if (!place || place.locale === place.index.docset.sourceLocale) return undefined
      const source = placeOfSource(place)
      const bytes = source && (await context.files.read(source.absolute))
      if (!source || !bytes) return undefined
      const page = new VFile({ path: source.absolute, value: decode(bytes, '').text })
      page.data.place = source.place
      page.data.contentLocale = source.place.locale
      try {
        const processor = guideProcessor(options)
        await processor.run(processor.parse(page), page)
      } catch {
        // A source page that does not parse is reported where it is read itself.
        return undefined
      }
      return page.data.anchors
    },
  }
  return options
}

/** For `unified()` of @astrojs/markdown-remark: finds the page's place from its path, then the dialect. */
export function astroGuidePlugins(context: ReadContext): {
  remarkPlugins: PluggableList
  rehypePlugins: PluggableList
} {
  const options = guideOptions(context)
  const remarkPlace = () => (_tree: unknown, file: VFile) => {
    const place = placeOf(file.path, context)
    if (!place) return
    file.data.place = place
    file.data.contentLocale = place.locale
  }
  // Astro collects images before HTML is made: an image that only the source language has must be
  // pointed at its file by then.
  const remarkImages = () => (tree: Root, file: VFile) => {
    visit(tree, 'image', (node) => {
      node.url = options.resolveImage(node.url, file).src ?? node.url
    })
  }
  const asTyped = { ...options, resolveImage: () => ({}) }
  return {
    remarkPlugins: [remarkPlace, remarkImages, ...guideRemarkPlugins(options)],
    rehypePlugins: guideRehypePlugins(asTyped),
  }
}

function placeOf(absolute: string, { all }: ReadContext): Place | undefined {
  for (const index of all) {
    for (const { locale, root } of index.docset.editions) {
      if (absolute.startsWith(`${root}/`))
        return { index, locale, path: absolute.slice(root.length + 1) }
    }
  }
  return undefined
}

function placeOfSource({ index, path }: Place): { place: Place; absolute: string } | undefined {
  const locale = index.docset.sourceLocale
  const slug = index.page(path)?.slug
  const file = slug === undefined ? undefined : index.pageIn(locale, slug)
  return file && { absolute: file.absolute, place: { index, locale, path: file.path } }
}
