/**
 * Draw templates with `astro/runtime/server`, whose functions Astro compiles them to.
 *
 * `App` of `astro/app` answers requests, and so does Astro’s container: for each page they make a request, a response, a
 * stream and cookies, and for each component an `Astro` of forty properties. That took as long as the templates
 * themselves. The runtime needs an `SSRResult` only: the files of the theme, and the state of one page.
 */
import type { AstroGlobal, SSRManifest, SSRResult } from 'astro'
import { type AstroComponentFactory, renderToString } from 'astro/runtime/server/index.js'
import type { Site } from '../site.ts'
import { type DrawnPage, TemplateGlobal, type TemplatePage } from './template-global.ts'

type HeadElement = SSRResult['styles'] extends Set<infer Item> ? Item : never

/**
 * Makes a function that draws a page as HTML.
 *
 * @param site - Its base path has a slash at its end.
 * @throws In that function, whatever the template throws.
 */
export function templateDrawer(
  manifest: SSRManifest,
  { base, url }: Pick<Site, 'base' | 'url'>,
): (template: AstroComponentFactory, page: TemplatePage) => Promise<string> {
  const theme = themeState(manifest, base)
  const stylesOf = new Map(
    manifest.routes.map(({ routeData: { route }, styles }) => [
      route,
      styles.map((style): HeadElement =>
        style.type === 'inline'
          ? { props: {}, children: style.content }
          : { props: { rel: 'stylesheet', href: addressOf(base, style.src) }, children: '' },
      ),
    ]),
  )
  return async (template, page) => {
    const { containsHead = false } = manifest.componentMetadata.get(template.moduleId ?? '') ?? {}
    const result: SSRResult = {
      ...theme,
      ...pageState(page, containsHead),
      get request() {
        return new Request(page.url)
      },
      styles: new Set(stylesOf.get(page.route.route)),
      createAstro: (props, slots) =>
        new TemplateGlobal(drawn, { props, slots: slots ?? {} }) as unknown as AstroGlobal,
    }
    const drawn: DrawnPage = { ...page, result, site: url, locals: {} }
    const html = await renderToString(result, template, page.props, {}, true, page.route)
    if (typeof html === 'string') return html
    throw new Error('A template of a page gives a response')
  }
}

/** What is the same for all pages. */
function themeState(manifest: SSRManifest, base: string) {
  return {
    base,
    userAssetsBase: manifest.userAssetsBase,
    clientDirectives: manifest.clientDirectives,
    inlinedScripts: manifest.inlinedScripts,
    componentMetadata: manifest.componentMetadata,
    compressHTML: manifest.compressHTML,
    renderers: manifest.renderers,
    key: manifest.key,
    trailingSlash: manifest.trailingSlash,
    partial: false,
    cookies: undefined,
    async resolve(id: string) {
      const file = manifest.entryModules[id]
      if (file === undefined) throw new Error(`The theme has no script \`${id}\``)
      return file === '' || file.startsWith('data:') ? file : addressOf(base, file)
    },
    getServerIslandNameMap: async () => new Map<string, string>(),
    // `components/head/Policy.astro` writes the policy.
    shouldInjectCspMetaTags: false,
    cspDestination: 'meta',
    cspAlgorithm: 'SHA-256',
    directives: [],
    scriptHashes: [],
    scriptResources: [],
    styleHashes: [],
    styleResources: [],
    isStrictDynamic: false,
    scriptDirective: { resources: [], hashes: [], strictDynamic: false },
    styleDirective: { resources: [], hashes: [] },
  } satisfies Partial<SSRResult>
}

function addressOf(base: string, file: string): string {
  return base + file.replace(/^\//, '')
}

/** What is known of a page, and what is written down while it is drawn. */
function pageState({ params, url }: TemplatePage, headInTree: boolean) {
  return {
    params,
    pathname: url.pathname,
    response: { status: 200, statusText: 'OK', headers: new Headers() },
    cancelled: false,
    scripts: new Set<HeadElement>(),
    links: new Set<HeadElement>(),
    _metadata: {
      headInTree,
      hasRenderedHead: false,
      extraHead: [],
      extraStyleHashes: [],
      extraScriptHashes: [],
      hasHydrationScript: false,
      rendererSpecificHydrationScripts: new Set<string>(),
      renderedScripts: new Set<string>(),
      hasDirectives: new Set<string>(),
      hasRenderedServerIslandRuntime: false,
      propagators: new Set<never>(),
      routeHasPropagation: false,
      pendingSlotEvaluations: [],
      templateDepth: 0,
    },
  } satisfies Partial<SSRResult>
}
