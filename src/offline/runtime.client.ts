/**
 * What stands in for a server in a copy that is opened from a disk: a classic script, the first of every page.
 *
 * Browsers load neither modules nor data there. So modules come as functions in classic scripts, and what pages fetch
 * comes as data in such scripts, which `fetch` loads when it is first asked for something in them.
 */

type Exports = Record<string, unknown>
type Module = (require: (name: string) => Exports, exports: Exports) => void

const { src } = document.currentScript as HTMLScriptElement
/** Address of the copy’s folder. */
const root = new URL('..', src).href
const modules = new Map<string, Module>()
const started = new Map<string, Exports>()
/** What pages fetch, by path from the copy’s folder, as Base64. */
const files: Record<string, string> = {}
const loading = new Map<string, Promise<void>>()

const require = (name: string): Exports => {
  const key = name.slice(name.lastIndexOf('/') + 1)
  const before = started.get(key)
  if (before) return before
  const exports: Exports = {}
  started.set(key, exports)
  modules.get(key)?.(require, exports)
  return exports
}

/** As the other scripts of the copy know it. */
const copy = {
  /** Several scripts bring a module that they share: it counts once. */
  define: (name: string, module: Module) => modules.has(name) || modules.set(name, module),
  run: require,
  add: (more: Record<string, string>) => Object.assign(files, more),
  /** The address of a path from the copy’s folder; that of a page ends with its file. */
  address: (path: string) => root + path.replace(/^\//, '').replace(/\/(?=$|[?#])/, '/index.html'),
}

async function answer(asked: RequestInfo | URL): Promise<Response> {
  const address = asked instanceof Request ? asked.url : String(asked)
  const [whole = ''] = new URL(address, document.baseURI).href.split(/[?#]/)
  await load(whole.includes('/pagefind/') ? 'search.js' : 'data.js')
  // By the end of the address: a folder above the copy may be called like a language.
  const path = Object.keys(files).find((name) => whole.endsWith(`/${name}`))
  if (path === undefined) return new Response(null, { status: 404 })
  const bytes = Uint8Array.from(atob(files[path] ?? ''), (letter) => letter.charCodeAt(0))
  if (!/\.(?:html|json)$/.test(path)) return new Response(bytes)
  const { pathname } = new URL(root)
  return new Response(new TextDecoder().decode(bytes).replaceAll('passerelle-copy:', pathname))
}

function load(name: string): Promise<void> {
  const before = loading.get(name)
  if (before) return before
  const script = document.createElement('script')
  script.src = new URL(name, src).href
  const done = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(name))
  })
  document.head.append(script)
  loading.set(name, done)
  return done
}

Object.assign(globalThis, { passerelleCopy: copy, fetch: answer })
