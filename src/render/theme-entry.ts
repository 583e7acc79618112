/** The entry point of a compiled theme, bundled with the templates. */
import type { RouteData, SSRManifest } from 'astro'
import { App } from 'astro/app'
import { createApp } from 'astro/app/entrypoint'
import { type SiteContent, setContent } from './content.ts'

/** Rethrows the error of a template: Astro would answer with its own error page. */
class ThemeApp extends App {
  override createErrorHandler() {
    return {
      async renderError(_request: Request, { error }: { error?: unknown }): Promise<Response> {
        throw error instanceof Error ? error : new Error('A template failed', { cause: error })
      },
    }
  }
}

/** Draws the paths of one site. */
export interface Theme {
  app: App
  routes: readonly RouteData[]
  pageMap: SSRManifest['pageMap']
}

/**
 * Set `content` as what the templates draw, and return the app and its routes.
 *
 * Routes are marked as prerendered, so that Astro asks each template for its paths and props as it does in a static
 * build. Astro stores the paths in the manifest: with a copy of it they are computed again.
 */
export async function openTheme(content: SiteContent): Promise<Theme> {
  setContent(content)
  const { manifest } = createApp()
  const routes = manifest.routes.map((route) => ({
    ...route,
    routeData: { ...route.routeData, prerender: true },
  }))
  const app = new ThemeApp(
    // Errors are thrown, and reported by the command.
    { ...manifest, routes, base: content.site.base, logLevel: 'silent' },
    false,
  )
  return { app, routes: routes.map(({ routeData }) => routeData), pageMap: manifest.pageMap }
}
