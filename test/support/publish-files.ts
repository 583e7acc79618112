/** Files as a site that a build publishes: in place, where few of them change. */
import { diskStore } from '#src/cli/cache.ts'
import { type Disk, realDisk } from '#src/cli/publish/fill.ts'
import { publish } from '#src/cli/publish.ts'
import { keepPublished, readPublished } from '#src/cli/published-record.ts'
import { type SiteWriter, siteWriter } from '#src/cli/site-writer.ts'

/**
 * @param cache - Where what is known of the published site is kept.
 * @returns Whether the site at `out` was changed in place.
 */
export async function publishFiles(
  { out, cache }: { out: string; cache: string },
  files: Readonly<Record<string, string>>,
  disk: Disk = realDisk,
): Promise<boolean> {
  const place = { store: diskStore(cache), program: 'program', out }
  let writer: SiteWriter | undefined
  let isChanged = false
  await publish(
    out,
    async (folder, earlier) => {
      const known = earlier === undefined ? undefined : await readPublished(place, earlier)
      writer = siteWriter(folder, known)
      for (const [path, text] of Object.entries(files)) writer.write(path, text)
    },
    {
      disk,
      changes: () => writer?.changes(),
      async onPublished(isPatch) {
        isChanged = isPatch
        const { written } = writer!
        await keepPublished(place, { folder: out, written, isChanged })
      },
    },
  )
  return isChanged
}
