/** Give Astro's content layer the pages that were read. */
import { posix } from 'node:path'
import type { Loader, LoaderContext } from 'astro/loaders'
import type { ReadSite } from './read-site.ts'
import type { PageDocument } from './document.ts'

/** Reads the site, or has it already; asked again when a file of it changes in development. */
export type SiteReader = (fresh: boolean) => Promise<ReadSite>

/** All pages, one entry for each address; `root` is the project's folder. */
export function pageLoader(read: SiteReader, root: string): Loader {
  return loader('passerelle-pages', read, ({ documents }) =>
    documents.map((document) => ({
      id: document.page.path,
      data: document.page,
      ...contentOf(document, root),
    })),
  )
}

/** Tables of contents and old addresses, one entry for each docset and language. */
export function contentsLoader(read: SiteReader): Loader {
  return loader('passerelle-contents', read, ({ contents }) =>
    contents.map((data) => ({ id: `${data.locale}/${data.docset}`, data })),
  )
}

/** Facts that are no pages, each with an id of its own. */
export function factLoader<Fact extends { id: string }>(
  name: string,
  read: SiteReader,
  factsOf: (site: ReadSite) => readonly Fact[],
): Loader {
  return loader(name, read, (site) => factsOf(site).map((data) => ({ id: data.id, data })))
}

type Entry = Parameters<LoaderContext['store']['set']>[0]

function loader(
  name: string,
  read: SiteReader,
  entriesOf: (site: ReadSite) => readonly object[],
): Loader {
  return {
    name,
    async load({ store, watcher }) {
      const fill = async (fresh: boolean) => {
        const entries = entriesOf(await read(fresh)) as Entry[]
        // Set anew rather than kept: Astro has one list of imports for all sites of the project, and
        // an entry that it takes for unchanged would not put its own file back on it.
        store.clear()
        for (const entry of entries) store.set(entry)
      }
      await fill(false)
      for (const event of ['add', 'change', 'unlink'] as const) {
        watcher?.on(event, (path: string) => {
          if (posix.normalize(path).includes('/content/docs/')) void fill(true)
        })
      }
    },
  }
}

/** A tag, whose attributes may be Astro’s marks of images, or the text between tags. */
const tagOrText = /(<(?:"[^"]*"|'[^']*'|[^"'>])*>)|[^<]+/g

/**
 * Words of a page that look like Astro’s mark of an image stay words: Astro looks for the mark in the
 * whole text, and fails on one that it did not write.
 */
function withMarkersAsText(html: string): string {
  if (!html.includes('__ASTRO_IMAGE_')) return html
  return html.replace(tagOrText, (match, tag?: string) =>
    tag ? match : match.replaceAll('__ASTRO_IMAGE_', '__ASTRO&#95;IMAGE_'),
  )
}

/** Stands for a component: no HTML has this character, and none that an author writes gets here. */
const hole = '\0'

function contentOf(
  { absolute, content, images, page }: PageDocument,
  root: string,
): Partial<Entry> {
  if (!absolute) return {}
  // Astro reads it as a URL, to find the page’s images.
  const filePath = posix.relative(root, absolute).split('/').map(encodeURIComponent).join('/')
  if (content === undefined) return { filePath }
  const html = content.map((part) =>
    typeof part === 'string' ? withMarkersAsText(part.replaceAll(hole, '\uFFFD')) : hole,
  )
  return {
    filePath,
    assetImports: [...images],
    rendered: {
      html: html.join(''),
      metadata: {
        imagePaths: [...images],
        headings: page.headings.map(({ depth, id, text }) => ({ depth, slug: id, text })),
        frontmatter: { components: content.filter((part) => typeof part !== 'string') },
      },
    },
  }
}
