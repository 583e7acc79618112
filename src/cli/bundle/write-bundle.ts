/** Make one program of many modules. */
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Plugin, rolldown } from 'rolldown'
import { programFolder } from '../program.ts'

/**
 * Packages that stay as they are: native code, files that a package loads by their place beside it, modules of which
 * a site needs a few of hundreds, and a `require` that bundlers do not see (jsonc-parser).
 */
const apart =
  /^(?:@astrojs|@fontsource|@img|@shikijs\/(?:langs|themes)|@sparticuz|astro|eld|jsonc-parser|lightningcss|pagefind|playwright-core|rolldown|sharp|vite)(?:\/|$)/

/** The module of Satteri that loads its native code from where it is. */
const native = /[\\/]satteri[\\/]dist[\\/]binding\.js$/

/** Modules that `main.ts` has loaded before: the program has them once. */
const loaded = ['package', 'cli/program'].map((name) => join(programFolder, 'src', name))

/** @param folder - Gets `start.mjs`, and what that imports. */
export async function writeBundle(folder: string): Promise<void> {
  const [, extension = ''] = /(\.[jt]s)$/.exec(import.meta.filename) ?? []
  const bundle = await rolldown({
    input: { start: join(programFolder, `src/cli/start${extension}`) },
    platform: 'node',
    cwd: programFolder,
    plugins: [apartByPath(), originalMeta()],
  })
  await bundle.write({
    dir: folder,
    format: 'esm',
    comments: false,
    // In a folder of packages that says nothing of its modules, Node would have to parse a `.js` to know what it is.
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  })
  await bundle.close()
}

/** What stays outside is imported by its path: a bundle may lie where Node finds no packages. */
function apartByPath(): Plugin {
  return {
    name: 'apart-by-path',
    resolveId: {
      order: 'pre',
      async handler(name, importer) {
        if (importer === undefined) return undefined
        const isOwn = /^[.#]/.test(name)
        if (!isOwn && !apart.test(name)) return undefined
        const found = await this.resolve(name, importer, { skipSelf: true })
        if (!found) return undefined
        const isLoaded = loaded.includes(found.id.replace(/\.[jt]s$/, ''))
        if (isOwn && !isLoaded && !native.test(found.id)) return found
        return { id: pathToFileURL(found.id).href, external: 'absolute' }
      },
    },
  }
}

/** Our modules find files of the program from where they were; `import.meta.resolve` is for such files only. */
function originalMeta(): Plugin {
  return {
    name: 'original-meta',
    transform(code, id) {
      if (!id.startsWith(programFolder) || id.includes('node_modules', programFolder.length)) return
      if (!code.includes('import.meta.')) return
      const { href } = pathToFileURL(id)
      const place = JSON.stringify({ dirname: dirname(id), filename: id, url: href })
      const resolve = `(name) => new URL(name, '${href}').href`
      const text = code.replaceAll('import.meta.', 'importMeta.')
      return `const importMeta = { ...${place}, resolve: ${resolve} };${text}`
    },
  }
}
