/** What Astro is told of our templates when they stand beside others. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroConfig, ViteUserConfig } from 'astro'
import { type ThemeRoute, themeRoutes } from '../render/routes.ts'
import { themeModules } from '../render/theme-config.ts'
import type { ThemeChanges } from '../theming/find-theme.ts'

/** Routes for `injectRoute`, without those that the site has a page or a file of its own for. */
export function routesBeside(config: Pick<AstroConfig, 'srcDir' | 'publicDir'>): ThemeRoute[] {
  const pages = fileURLToPath(new URL('pages/', config.srcDir))
  const files = fileURLToPath(config.publicDir)
  return themeRoutes().filter(({ pattern }) => {
    const path = pattern === '/' ? 'index' : pattern.slice(1)
    const endings = ['', '.astro', '.md', '.mdx', '.html', '.ts', '.js']
    const own = endings.flatMap((ending) => [path, `${path}/index`].map((name) => name + ending))
    const isTaken = own.some((name) => /\.[a-z]+$/.test(name) && existsSync(join(pages, name)))
    return !isTaken && !existsSync(join(files, path, ...(pattern === '/' ? ['.html'] : [])))
  })
}

/** The modules that templates import, for Astro’s own bundler. */
export function viteParts(changes: ThemeChanges | undefined): ViteUserConfig {
  const { plugins, alias } = themeModules(changes && { ...changes, original: changes.folder })
  return {
    plugins,
    resolve: { alias },
    build: { assetsInlineLimit: 0 },
    // Templates of a package are compiled as those of the site.
    ssr: { noExternal: ['passerelle'] },
  }
}
