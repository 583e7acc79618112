/** The guide dialect bound to a site: Astro and the checks take the same lists from here. */
import type { PluggableList } from 'unified'
import { VFile } from 'vfile'
import {
  type GuideOptions,
  guideProcessor,
  guideRehypePlugins,
  guideRemarkPlugins,
} from '#plugins/guide/index.ts'
import { type ReadContext, alertOptions, footnoteOptions, linkOptions } from '../context.ts'
import { decode } from '../decode.ts'
import type { Place } from '../resolve.ts'

/** What guides may use of `src/components/`. */
const components: ReadonlySet<string> = new Set()

/** The options of the guide dialect for a whole site; the page's place is in `file.data.place`. */
export function guideOptions(context: ReadContext): GuideOptions {
  const options: GuideOptions = {
    ...linkOptions(context),
    ...alertOptions(context),
    ...footnoteOptions(context),
    components,
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
  // Astro looks for images in Markdown only, as typed: one that only the source language has, or that
  // is written as HTML, comes from here, and one that is not there must not be asked for.
  const resolveImage: GuideOptions['resolveImage'] = (url, file) => {
    const found = options.resolveImage(url, file)
    const astro = ((file.data as AstroData).astro ??= {})
    astro.localImagePaths = (astro.localImagePaths ?? []).filter((path) => path !== decodePath(url))
    if (found.src !== undefined) astro.localImagePaths.push(decodePath(found.src))
    return found
  }
  return {
    remarkPlugins: [remarkPlace, ...guideRemarkPlugins(options)],
    rehypePlugins: guideRehypePlugins({ ...options, resolveImage }),
  }
}

/** Where @astrojs/markdown-remark keeps the images that it is to size. */
interface AstroData {
  astro?: { localImagePaths?: string[] }
}

/** As Astro compares them. */
function decodePath(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
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
