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
  const pageMap = new Map(
    [...(manifest.pageMap ?? [])].map(([name, load]) => [name, askedOnce(load)]),
  )
  const app = new ThemeApp(
    // Errors are thrown, and reported by the command.
    { ...manifest, routes, pageMap, base: content.site.base, logLevel: 'silent' },
    false,
  )
  return { app, routes: routes.map(({ routeData }) => routeData), pageMap }
}

type LoadPage = NonNullable<SSRManifest['pageMap']> extends Map<unknown, infer Load> ? Load : never

/** A template whose paths are computed once: they are asked for here and by Astro. */
function askedOnce(load: LoadPage): LoadPage {
  let loaded: ReturnType<LoadPage> | undefined
  const loadOnce = async () => {
    const instance = await load()
    const module = await instance.page()
    const { getStaticPaths } = module
    if (!getStaticPaths) return instance
    let paths: ReturnType<typeof getStaticPaths> | undefined
    const once: typeof getStaticPaths = (options) => (paths ??= getStaticPaths(options))
    const page = { ...module, getStaticPaths: once }
    return { ...instance, page: async () => page }
  }
  return () => (loaded ??= loadOnce())
}
