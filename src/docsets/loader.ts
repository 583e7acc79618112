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

/** One navigation for each docset and language. */
export function navigationLoader(read: SiteReader): Loader {
  return loader('passerelle-navigations', read, ({ navigations }) =>
    navigations.map((data) => ({ id: `${data.locale}/${data.docset}`, data })),
  )
}

/** Old addresses. */
export function redirectLoader(read: SiteReader): Loader {
  return loader('passerelle-redirects', read, ({ redirects }) =>
    redirects.map((data) => ({ id: data.from, data })),
  )
}

type Entry = Parameters<LoaderContext['store']['set']>[0]

function loader(
  name: string,
  read: SiteReader,
  entriesOf: (site: ReadSite) => readonly object[],
): Loader {
  return {
    name,
    async load(context) {
      const { store, watcher } = context
      const fill = async (fresh: boolean) => {
        const entries = entriesOf(await read(fresh)) as Entry[]
        const ids = new Set(entries.map(({ id }) => id))
        for (const id of store.keys()) if (!ids.has(id)) store.delete(id)
        // Setting an entry anew makes Astro write its store again: what is the same stays.
        for (const entry of entries) {
          store.set({ ...entry, digest: context.generateDigest(JSON.stringify(entry)) })
        }
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

function contentOf({ page, absolute, html, images }: PageDocument, root: string): Partial<Entry> {
  if (!absolute) return {}
  const filePath = posix.relative(root, absolute)
  if (page.kind === 'guide') return { filePath, deferredRender: true }
  if (html === undefined) return { filePath }
  return {
    filePath,
    assetImports: [...images],
    rendered: {
      html,
      metadata: {
        imagePaths: [...images],
        headings: page.headings.map(({ depth, id, text }) => ({ depth, slug: id, text })),
        frontmatter: {},
      },
    },
  }
}
