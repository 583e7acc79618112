/** How Astro compiles the theme: every template, style and script, and no content. */
import { fileURLToPath } from 'node:url'
import type { AstroInlineConfig } from 'astro'
import { themeAdapter } from './theme-adapter.ts'

const content = fileURLToPath(new URL('content.ts', import.meta.url))

/** `virtual:passerelle/site` and its sisters are live bindings of one module. */
const contentModules = { find: /^virtual:passerelle\/(?:site|content|translations)$/, replacement: content }

/**
 * @param base - Where the site will be: scripts and styles name each other by it.
 */
export function themeConfig(base: string): AstroInlineConfig {
  return {
    base,
    output: 'server',
    adapter: themeAdapter(),
    trailingSlash: 'always',
    // A file of styles is kept by the browser from page to page.
    build: { format: 'preserve', inlineStylesheets: 'never' },
    devToolbar: { enabled: false },
    vite: {
      resolve: { alias: [contentModules] },
      // A script in a page would need a hash of its own in the policy (`src/hosting/content-security-policy.ts`).
      build: { assetsInlineLimit: 0 },
    },
  }
}
