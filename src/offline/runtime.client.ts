/**
 * Replaces the server in a copy that is opened from a disk: a classic script, the first of every page.
 *
 * From a disk, browsers load neither modules nor data. So modules are functions in classic scripts, and the files that
 * pages fetch are data in `data.js` and `search.js`, which `fetch` loads at the first request.
 */

type Exports = Record<string, unknown>
type Module = (require: (name: string) => Exports, exports: Exports) => void

const { src } = document.currentScript as HTMLScriptElement
/** Address of the copy’s folder, with a slash at its end. */
const root = new URL('..', src).href
const modules = new Map<string, Module>()
const loaded = new Map<string, Exports>()
/** The files that pages fetch: Base64 by path from the copy’s folder. */
const files: Record<string, string> = {}
const pending = new Map<string, Promise<void>>()

const require = (name: string): Exports => {
  const key = name.slice(name.lastIndexOf('/') + 1)
  const known = loaded.get(key)
  if (known) return known
  const exports: Exports = {}
  loaded.set(key, exports)
  modules.get(key)?.(require, exports)
  return exports
}

/** What the other scripts of the copy call. */
const copy = {
  /** Each script brings all the modules it needs, so a shared one is defined more than once. */
  define: (name: string, module: Module) => modules.has(name) || modules.set(name, module),
  run: require,
  add: (more: Record<string, string>) => Object.assign(files, more),
  /** The address of a path from the copy’s folder; a folder’s is that of its `index.html`. */
  address: (path: string) => root + path.replace(/^\//, '').replace(/\/(?=$|[?#])/, '/index.html'),
}

/** Answers as the server would, with the bytes from the copy’s scripts. */
async function fetchFromCopy(input: RequestInfo | URL): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input)
  const [address = ''] = new URL(url, document.baseURI).href.split(/[?#]/)
  await load(address.includes('/pagefind/') ? 'search.js' : 'data.js')
  // Compare the end of the address: a folder above the copy may have the name of a language.
  const path = Object.keys(files).find((name) => address.endsWith(`/${name}`))
  if (path === undefined) return new Response(null, { status: 404 })
  const bytes = Uint8Array.from(atob(files[path] ?? ''), (letter) => letter.charCodeAt(0))
  if (!/\.(?:html|json)$/.test(path)) return new Response(bytes)
  const { pathname } = new URL(root)
  // `rootMarker`, which this script cannot import.
  return new Response(new TextDecoder().decode(bytes).replaceAll('passerelle-copy:', pathname))
}

function load(name: string): Promise<void> {
  const known = pending.get(name)
  if (known) return known
  const script = document.createElement('script')
  script.src = new URL(name, src).href
  const done = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(name))
  })
  document.head.append(script)
  pending.set(name, done)
  return done
}

Object.assign(globalThis, { passerelleCopy: copy, fetch: fetchFromCopy })
