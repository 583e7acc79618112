/** What a compiled theme offers: `build-theme.ts` bundles it with the templates. */
import type { RouteData, SSRManifest } from 'astro'
import { App } from 'astro/app'
import { createApp } from 'astro/app/entrypoint'
import { type SiteContent, setContent } from './content.ts'

/** A template that throws ends the drawing: Astro would answer with its own page for errors. */
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
 * Templates that draw `content` from now on.
 *
 * Routes are marked as prerendered, so that Astro asks each template for its paths and props as it does in a static
 * build. It keeps the answer with the manifest: a copy of that is asked again.
 */
export async function openTheme(content: SiteContent): Promise<Theme> {
  setContent(content)
  const { manifest } = createApp()
  const routes = manifest.routes.map((route) => ({
    ...route,
    routeData: { ...route.routeData, prerender: true },
  }))
  const app = new ThemeApp(
    // What fails is thrown, and reported in a sentence.
    { ...manifest, routes, base: content.site.base, logLevel: 'silent' },
    false,
  )
  return { app, routes: routes.map(({ routeData }) => routeData), pageMap: manifest.pageMap }
}
