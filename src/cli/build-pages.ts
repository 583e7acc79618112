/** Run Astro on a site that is known to be sound. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Handover, handOver } from '../docsets/handover.ts'
import { withLock } from './lock.ts'

/** Draw every page into `folder`; two builds of one project take turns, for Astro keeps files of its own in it. */
export async function buildPages(site: Handover, folder: string, root: string): Promise<void> {
  const { build } = await import('astro')
  await withLock(join(root, 'node_modules/.cache/passerelle/build.lock'), async () => {
    handOver(site)
    try {
      await build({
        root,
        outDir: folder,
        logLevel: 'warn',
        // Each site has its own cache: two that take turns would empty a shared one.
        cacheDir: join(root, 'node_modules/.cache/passerelle', nameOf(site)),
      })
    } finally {
      handOver(undefined)
    }
  })
}

function nameOf({ opened }: Handover): string {
  const roots = opened.docsets.flatMap(({ docset }) => docset.editions.map(({ root }) => root))
  return createHash('sha256').update(roots.join('\n')).digest('hex').slice(0, 12)
}
