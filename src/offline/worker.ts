/** The script of the service worker: the one that keeps docsets, or the one that takes it away again. */
import { hashedFolders } from '../hosting/caching.ts'
import type { WorkerSite } from './worker.client.ts'

/** The worker of a site that browsers may keep. */
export async function workerScript(site: Pick<WorkerSite, 'base' | 'versions'>): Promise<string> {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js'
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: `${import.meta.dirname}/worker.client.${extension}`,
    tsconfig: false,
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true })
  await bundle.close()
  const passed: WorkerSite = { ...site, hashedFolders }
  return `passerelleSite=${JSON.stringify(passed)};${output[0].code}`
}

/**
 * The worker of a site that browsers no longer keep, at the address of the other one: browsers that still have that
 * take this in its place, and it removes what is kept and itself. A missing file would leave the old one at work
 * (Service Workers, “Update”: only a script that was read takes another’s place).
 */
export function removalScript(base: string): string {
  const start = JSON.stringify(`passerelle ${base} `)
  return `// Removes what browsers have kept of this site when it could be read without a network, and itself.
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith(${start})) await caches.delete(name)
      await registration.unregister()
    })(),
  )
})
`
}
