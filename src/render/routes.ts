/** The templates of pages and their routes, as Astro’s file-based routing would find them in `src/pages/`. */
import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

const folder = join(import.meta.dirname, '../pages')

/** A template for `injectRoute` of Astro. */
export interface ThemeRoute {
  /** `/[locale]/[docset]/print`. */
  pattern: string
  /** Absolute path of the file. */
  entrypoint: string
}

/** All templates of pages. */
export function themeRoutes(): ThemeRoute[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:astro|[jt]s)$/.test(name) && !name.endsWith('.d.ts'))
    .toSorted()
    .map((name) => ({
      pattern: `/${name.replaceAll(sep, '/').replace(/(?:(?:^|\/)index)?\.[a-z]+$/, '')}`,
      entrypoint: join(folder, name),
    }))
}

/** What a template is called wherever the program is: `[locale]/index.astro`. */
export function templateName(component: string): string {
  return component.slice(component.lastIndexOf('src/pages/') + 'src/pages/'.length)
}
