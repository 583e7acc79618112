/** Replace components of the theme by those of a site while the theme is compiled. */
import { fileURLToPath } from 'node:url'
import type { ViteUserConfig } from 'astro'
import { type ComponentName, publicComponents } from '../config/components.ts'
import type { ThemeChanges } from '../theming/find-theme.ts'

/** A Vite plugin, by the types of Astro’s Vite. */
export type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>

/** The name of a package: neither a path nor a module that another plugin resolves. */
const isPackage = /^(?!virtual:|node:|passerelle\/)@?[a-z\d]/

const components = fileURLToPath(new URL('../components/', import.meta.url))

/** The components of a site, copied to the folder in which they are compiled. */
export interface CopiedChanges extends Omit<ThemeChanges, 'digest'> {
  /** The folder they were copied from, from which the packages that they import are resolved. */
  original: string
}

/** A Vite plugin that resolves imports of a replaced component to that of the site. */
export function replacements(changes: CopiedChanges | undefined): Plugin {
  const entries = Object.entries(changes?.components ?? {}) as [ComponentName, string][]
  const byOriginal = new Map(
    entries.map(([name, path]) => [components + publicComponents[name], path]),
  )
  return {
    name: 'passerelle-replacements',
    enforce: 'pre',
    load: (id) => (id === ownModule ? ownComponentsModule(changes) : undefined),
    async resolveId(source, importer, options) {
      if (source === 'virtual:passerelle/components') return ownModule
      if (!changes) return undefined
      const folders = [changes.folder, ...(changes.own ? [changes.own.folder] : [])]
      const isOwn = folders.some((folder) => importer?.startsWith(folder))
      if (isOwn && isPackage.test(source)) {
        // The program’s Astro compiles the templates: a site need not have it installed.
        const from = /^astro(?:\/|$)/.test(source) ? components : changes.original
        return this.resolve(source, `${from}index.ts`, { ...options, skipSelf: true })
      }
      if (!source.endsWith('.astro')) return undefined
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      const own = resolved ? byOriginal.get(resolved.id) : undefined
      // A component that replaces another may import the original.
      return own === importer ? undefined : own
    },
  }
}

const ownModule = '\0passerelle-components'

/** The components that guides may use, with the file of each. */
function ownComponentsModule(changes: CopiedChanges | undefined): string {
  const { folder = '', files = {} } = changes?.own ?? {}
  const all = Object.entries(files).map(([name, path], index) => {
    const file = `content/components/${path.slice(folder.length)}`
    return {
      line: `import component${index} from ${JSON.stringify(path)}`,
      entry: `{ name: ${JSON.stringify(name)}, file: ${JSON.stringify(file)}, component: component${index} }`,
    }
  })
  const lines = all.map(({ line }) => line)
  return [...lines, `export const ownFiles = [${all.map(({ entry }) => entry).join(', ')}]`].join(
    '\n',
  )
}
