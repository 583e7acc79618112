/**
 * The service worker: keeps docsets in the browser, and gives what is kept where there is no network.
 *
 * With a network, pages and all that has a constant name come from the site, never from what is kept, so nobody reads
 * an old page. Files that are named by their content are taken from what is kept first. The build puts
 * `passerelleSite` before this script, so that browsers see a new worker whenever a docset has changed (Service Workers, “Update”).
 */

/** What the build passes to the worker. */
export interface WorkerSite {
  /** `/` or `/docs/`. */
  base: string
  /** Version of what is to be kept, by `<locale>/<docset>`. */
  versions: Readonly<Record<string, string>>
  /** Folders below the base in which names hold a digest. */
  hashedFolders: readonly string[]
}

/** The list of a docset’s files, as it was built. */
export interface KeptList {
  version: string
  /** Digests by address below the base. */
  files: Readonly<Record<string, string>>
}

interface LastingEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void
}

interface AskedEvent extends LastingEvent {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}

/** The types of TypeScript have either pages or workers. */
interface Worker extends EventTarget {
  passerelleSite: WorkerSite
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
}

const worker = globalThis as unknown as Worker
const { base, versions, hashedFolders } = worker.passerelleSite
const start = `passerelle ${base} `
const cacheOf = (docset: string, version: string) => `${start}${docset} ${version}`
const listOf = (docset: string) => `${base}_app/${docset}/files.json`
const atOnce = 6
/** Docsets that are being fetched. */
const fetching = new Map<string, Promise<boolean>>()

worker.addEventListener('install', (event) =>
  (event as LastingEvent).waitUntil(worker.skipWaiting()),
)
worker.addEventListener('activate', (event) =>
  (event as LastingEvent).waitUntil(forgetOthers().then(() => worker.clients.claim())),
)
worker.addEventListener('message', (event) => {
  const { data, source } = event as MessageEvent<{ keep: string }>
  ;(event as unknown as LastingEvent).waitUntil(
    keepAll(data.keep).then((isKept) => isKept && source?.postMessage({ kept: data.keep })),
  )
})
worker.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as AskedEvent
  const { origin, pathname } = new URL(request.url)
  const isOurs = origin === location.origin && pathname.startsWith(base)
  // Films ask for parts of files, which are not kept.
  if (request.method !== 'GET' || !isOurs || request.headers.has('range')) return
  respondWith.call(event, answer(request, pathname.slice(base.length)))
})

async function answer(request: Request, path: string): Promise<Response> {
  if (hashedFolders.some((folder) => path.startsWith(folder)))
    return (await kept(request.url)) ?? fetch(request)
  try {
    return await fetch(request)
  } catch {
    return (await kept(request.url)) ?? instead(request)
  }
}

/** Pages negotiate (`Vary`), and the address of a search holds its question. */
function kept(address: string): Promise<Response | undefined> {
  return caches.match(address, { ignoreSearch: true, ignoreVary: true })
}

/** For a page that is not kept: its address with `/`, or a page that says so. */
async function instead({ mode, url }: Request): Promise<Response> {
  if (mode !== 'navigate') return Response.error()
  const { pathname, search } = new URL(url)
  if (await kept(`${pathname}/`)) return Response.redirect(`${pathname}/${search}`)
  const [locale] = pathname.slice(base.length).split('/')
  const locales = [locale, ...Object.keys(versions).map((docset) => docset.split('/')[0])]
  for (const one of locales) {
    const page = await kept(`${base}${one}/offline/`)
    if (page) return page
  }
  return Response.error()
}

/** Keep a docset, and then bring the others that this browser keeps up to date. */
async function keepAll(docset: string): Promise<boolean> {
  const isKept = await keep(docset)
  const names = await caches.keys()
  for (const other of Object.keys(versions))
    if (names.some((name) => name.startsWith(cacheOf(other, '')))) await keep(other)
  return isKept
}

function keep(docset: string): Promise<boolean> {
  const running =
    fetching.get(docset) ??
    fetchAll(docset)
      // Without a network, or room: what is there stays, and the next page tries again.
      .catch(() => false)
      .finally(() => fetching.delete(docset))
  fetching.set(docset, running)
  return running
}

/** True once all files are there. What an interrupted run has fetched is not fetched again. */
async function fetchAll(docset: string): Promise<boolean> {
  const version = versions[docset]
  if (version === undefined) return false
  const cache = await caches.open(cacheOf(docset, version))
  // The list comes last: it says that all others are there.
  if (await cache.match(listOf(docset))) return true
  const answered = await fetch(listOf(docset), { cache: 'no-cache' })
  const list = (await answered.clone().json()) as KeptList
  // The site is being published: the worker is newer than the list, or older.
  if (list.version !== version) return false
  const before = await olderCopy(docset, version)
  const files = Object.entries(list.files)
  const next = async (): Promise<void> => {
    const file = files.pop()
    if (!file) return
    await take(cache, before, file)
    return next()
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  await cache.put(listOf(docset), answered)
  await forget((name) => name.startsWith(cacheOf(docset, '')) && name !== cacheOf(docset, version))
  return true
}

/** A version of a docset that is kept whole. */
interface OlderCopy {
  cache: Cache
  files: KeptList['files']
}

async function olderCopy(docset: string, version: string): Promise<OlderCopy | undefined> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(cacheOf(docset, '')) || name === cacheOf(docset, version)) continue
    const cache = await caches.open(name)
    const list = await cache.match(listOf(docset))
    if (list) return { cache, files: ((await list.json()) as KeptList).files }
  }
  return undefined
}

async function take(
  cache: Cache,
  before: OlderCopy | undefined,
  [path, digest]: [path: string, digest: string],
): Promise<void> {
  const address = base + path
  if (await cache.match(address)) return
  const same = before?.files[path] === digest ? await before.cache.match(address) : undefined
  const answered = same ?? (await fetch(address, { cache: 'no-cache' }))
  if (!answered.ok) throw new Error(address)
  // Browsers refuse to show an answer to which another address has led.
  const { body, headers } = answered
  await cache.put(address, answered.redirected ? new Response(body, { headers }) : answered)
}

/** Docsets that are no longer kept. */
function forgetOthers(): Promise<void> {
  const own = Object.keys(versions).map((docset) => cacheOf(docset, ''))
  return forget((name) => !own.some((docset) => name.startsWith(docset)))
}

async function forget(isOld: (name: string) => boolean): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(start) && isOld(name)) await caches.delete(name)
}
