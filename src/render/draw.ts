/** Draw every path of a site with a compiled theme. */
import { posix } from 'node:path'
import type { SiteContent } from './content.ts'
import type { CompiledTheme } from './build-theme.ts'
import { templateName } from './routes.ts'
import type { Theme } from './theme-entry.ts'

type Route = Theme['routes'][number]

/** One file of the site that a template makes. */
export interface Drawing {
  /** Path in the site's folder: `en/fasttrack/index.html`. */
  file: string
  /** The template, by its `templateName`. */
  template: string
  /** The props of the template. */
  props: Readonly<Record<string, unknown>>
  /** @throws whatever the template throws. */
  draw: () => Promise<string>
}

/** All files that the templates make of `content`, in the order of the routes. Nothing is drawn yet. */
export async function drawings(theme: CompiledTheme, content: SiteContent): Promise<Drawing[]> {
  const opened = await theme.openTheme(content)
  const lists = await Promise.all(opened.routes.map((route) => drawingsOf(opened, route, content)))
  return lists.flat()
}

/**
 * The drawing of one file, or undefined if no template makes it. Only templates whose route matches are asked.
 *
 * @param goLinks - Computes the pages under `/go/`; called only for one of them, because it takes a while.
 */
export async function drawingOfFile(
  file: string,
  theme: CompiledTheme,
  content: SiteContent,
  goLinks: () => SiteContent['goLinkEntries'],
): Promise<Drawing | undefined> {
  const address = `/${file.replace(/(?:^|(?<=\/))index\.html$|\.html$/, '')}`
  const page = address.replace(/(?:original\/|index\.md)$/, '')
  const opened = await theme.openTheme({
    ...content,
    shownPages: [...new Set([page, address])].flatMap(
      (path) => content.pageAt(encodeURI(path)) ?? [],
    ),
    ...(address.startsWith('/go/') && { goLinkEntries: goLinks() }),
  })
  const routes = opened.routes.filter((route) =>
    [address, `${address}/`].some((path) => route.pattern.test(path)),
  )
  for (const route of routes) {
    const all = await drawingsOf(opened, route, content)
    const drawing = all.find((item) => item.file === file)
    if (drawing) return drawing
  }
  return undefined
}

async function drawingsOf(theme: Theme, route: Route, { site }: SiteContent): Promise<Drawing[]> {
  const root = `${new URL(site.url).origin}${site.base}`
  const paths = await theme.paths(route)
  return paths.map(({ params = {}, props = {} }) => {
    const path = pathOf(route, params)
    const slash = route.type === 'page' && path ? '/' : ''
    return {
      file: fileOf(route, path),
      template: templateName(route.component),
      props,
      draw: () =>
        theme.draw({ route, params, props, url: new URL(`${root}${encodeURI(path)}${slash}`) }),
    }
  })
}

/** The path without slashes around it, decoded. */
function pathOf({ segments }: Route, params: Readonly<Record<string, string | undefined>>): string {
  return segments
    .map((parts) =>
      parts
        .map(({ content, dynamic, spread }) =>
          dynamic ? (params[spread ? content.slice(3) : content] ?? '') : content,
        )
        .join(''),
    )
    .filter(Boolean)
    .join('/')
}

function fileOf({ type, component }: Route, path: string): string {
  if (type === 'endpoint') return path
  return component.endsWith('/index.astro') ? posix.join(path, 'index.html') : `${path}.html`
}
