/** The entry point of a compiled theme, bundled with the templates. */
import type { RouteData } from 'astro'
import { createApp } from 'astro/app/entrypoint'
import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import { type SiteContent, setContent } from './content.ts'
import type { TemplatePage } from './template-global.ts'
import { templateDrawer } from './template-page.ts'

/** A path that a template is asked to draw. */
interface PathItem {
  params?: TemplatePage['params']
  props?: TemplatePage['props']
}

/** What a template’s module exports: that of a page a component, any other a function that answers. */
interface TemplateModule {
  getStaticPaths?: () => PathItem[] | Promise<PathItem[]>
  default?: AstroComponentFactory
  /** The text of the answer, where there are so many that a response for each takes a while. */
  drawText?: (props: TemplatePage['props']) => string
  GET?: (page: Pick<TemplatePage, 'params' | 'props'>) => Response | Promise<Response>
}

/** Draws the paths of one site. */
export interface Theme {
  routes: readonly RouteData[]
  /** The paths of a route. */
  paths: (route: RouteData) => Promise<readonly PathItem[]>
  /** @throws Whatever the template throws. */
  draw: (page: TemplatePage) => Promise<string>
}

/** Set `content` as what the templates draw, and give their routes. */
export async function openTheme(content: SiteContent): Promise<Theme> {
  setContent(content)
  const { manifest } = createApp()
  const drawTemplate = templateDrawer(manifest, content.site)
  const loaded = new Map<string, TemplateModule>()
  const moduleOf = async ({ component }: RouteData): Promise<TemplateModule> => {
    const known = loaded.get(component)
    if (known) return known
    const load = manifest.pageMap?.get(component)
    const instance = await load?.()
    const template = ((await instance?.page()) ?? {}) as TemplateModule
    // Node looks for a module again at each import, which takes longer than to draw a page under `/go/`.
    loaded.set(component, template)
    return template
  }
  return {
    // Astro adds routes of its own, for images and islands.
    routes: manifest.routes
      .map(({ routeData }) => routeData)
      .filter(({ origin }) => origin !== 'internal'),
    async paths(route) {
      const { getStaticPaths } = await moduleOf(route)
      return getStaticPaths ? getStaticPaths() : [{}]
    },
    async draw(page) {
      const { default: template, drawText, GET: answer } = await moduleOf(page.route)
      if (template) return drawTemplate(template, page)
      if (drawText) return drawText(page.props)
      if (answer) return textIn(await answer(page))
      throw new Error('A template exports neither a component nor `GET`')
    },
  }
}

/** The byte order mark with it that `Response.text` leaves out: tables have one for spreadsheets. */
async function textIn(response: Response): Promise<string> {
  return Buffer.from(await response.arrayBuffer()).toString()
}

/** Load all templates, so that drawing finds them loaded. */
export async function loadTemplates(): Promise<void> {
  const { manifest } = createApp()
  for (const load of manifest.pageMap?.values() ?? []) await (await load()).page()
}
