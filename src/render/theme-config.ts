/** How Astro compiles the theme: every template, style and script, and no content. */
import { fileURLToPath } from 'node:url'
import type { AstroInlineConfig, AstroIntegration } from 'astro'
import { type CopiedChanges, type Plugin, replacements } from './replacements.ts'
import { themeRoutes } from './routes.ts'

const content = fileURLToPath(import.meta.resolve('./content.ts'))

/** `virtual:passerelle/site`, `content` and `translations` are one module with live bindings. */
const contentModules = {
  find: /^virtual:passerelle\/(?:site|content|translations)$/,
  replacement: content,
}

/** Components and styles by the name of the package, as a site’s own templates import them. */
const publicModules = {
  find: /^passerelle\/(components|styles)\//,
  replacement: `${fileURLToPath(new URL('..', import.meta.url))}$1/`,
}

/** See `is-element.ts`. */
const quickModules = {
  find: /^hast-util-is-element$/,
  replacement: fileURLToPath(import.meta.resolve('./is-element.ts')),
}

/** Packages that walk trees as `plugins/visit.ts` can: its head says why. An eighth of the time that twins took. */
const walkers = /[\\/](?:hast-util-to-mdast|mdast-util-to-markdown|mdast-util-gfm-table)[\\/]/

const ownVisit = fileURLToPath(import.meta.resolve('../../plugins/visit.ts'))

const quickVisits: Plugin = {
  name: 'passerelle-visits',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'unist-util-visit' && walkers.test(importer ?? '') ? ownVisit : undefined,
}

/** Vite plugins and aliases for the modules that templates import by name. */
export function themeModules(changes: CopiedChanges | undefined) {
  return {
    plugins: [replacements(changes), quickVisits],
    alias: [contentModules, publicModules, quickModules],
  }
}

interface ThemeConfigOptions {
  /** Components of the theme that the site replaces with its own. */
  changes?: CopiedChanges | undefined
  /** As Vite’s option of the same name. */
  preserveSymlinks?: boolean
}

/**
 * The Astro configuration that compiles the theme.
 *
 * @param base - The site’s base path, which the addresses of scripts and styles contain.
 */
export function themeConfig(
  base: string,
  { changes, preserveSymlinks = false }: ThemeConfigOptions = {},
): AstroInlineConfig {
  const { plugins, alias } = themeModules(changes)
  return {
    base,
    output: 'server',
    adapter: themeAdapter(),
    trailingSlash: 'always',
    // Browsers cache a file of styles from page to page.
    build: { format: 'preserve', inlineStylesheets: 'never' },
    devToolbar: { enabled: false },
    vite: {
      plugins,
      resolve: { alias, preserveSymlinks },
      // A script in a page would need a hash of its own in the policy (`src/hosting/content-security-policy.ts`).
      build: { assetsInlineLimit: 0 },
      // Pages name several of them: `CopyLinkScript.<digest>.js`, without what Astro says of where a script was.
      environments: { client: { build: { rolldownOptions: { output: { entryFileNames } } } } },
      // A compiled theme works in any folder, without the program’s packages.
      ssr: { noExternal: true },
    },
  }
}

function entryFileNames({ name }: { name: string }): string {
  return `_astro/${name.split('.', 1)[0]}.[hash].js`
}

/** Makes Astro bundle the templates as a program that draws any page when asked: `theme-entry.ts`. */
const entry = fileURLToPath(import.meta.resolve('./theme-entry.ts'))

function themeAdapter(): AstroIntegration {
  return {
    name: 'passerelle-theme',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const route of themeRoutes()) injectRoute(route)
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'passerelle-theme',
          entrypointResolution: 'auto',
          serverEntrypoint: entry,
          supportedAstroFeatures: {
            serverOutput: 'stable',
            staticOutput: 'stable',
            sharpImageService: 'stable',
          },
        })
      },
    },
  }
}
