/** Files as a site that a build publishes: in place, where few of them change. */
import { diskStore } from '#src/cli/cache.ts'
import { type Disk, realDisk } from '#src/cli/publish/fill.ts'
import { publishedTree, treeDigest } from '#src/cli/publish/tree.ts'
import { publish } from '#src/cli/publish.ts'
import { keepPublished, readPublished, type RecordPlace } from '#src/cli/published-record.ts'
import { type SiteWriter, siteWriter } from '#src/cli/site-writer.ts'
import type { Tree } from './tree.ts'

export interface PublishedPlace {
  out: string
  /** Where what is known of the published site is kept. */
  cache: string
}

interface Publishing {
  disk?: Disk
  /** What is to happen in the midst of the work, each time that the site is made. */
  during?: (writer: SiteWriter) => Promise<void> | void
}

export interface Published {
  /** Whether the site is there as it was made. */
  isWhole: boolean
  /** Whether it was changed in place. */
  isChanged: boolean
}

export function recordPlace({ out, cache }: PublishedPlace): RecordPlace {
  return { store: diskStore(cache), program: 'program', out }
}

export async function publishFiles(
  given: PublishedPlace,
  files: Tree,
  { disk = realDisk, during }: Publishing = {},
): Promise<Published> {
  const { out } = given
  const place = recordPlace(given)
  let writer: SiteWriter | undefined
  let output: string | undefined
  let isChanged = false
  await publish(
    out,
    async (folder, earlier) => {
      const known = earlier === undefined ? undefined : await readPublished(place, earlier)
      writer = siteWriter(folder, known)
      for (const [path, text] of Object.entries(files)) writer.write(path, text)
      await during?.(writer)
    },
    {
      disk,
      changes: () => writer?.changes(),
      async onPublished(isPatch) {
        isChanged = isPatch
        const { written } = writer!
        output = await keepPublished(place, { folder: out, written, isChanged })
      },
    },
  )
  const tree = publishedTree(out)
  return { isWhole: tree !== undefined && output === treeDigest(tree), isChanged }
}
