/** `Astro` in a template: what a page that is made beforehand can use of it, and what to do without the rest. */
import type { RouteData, SSRResult } from 'astro'
import { version } from 'astro/package.json'
import { chunkToString, renderSlotToString } from 'astro/runtime/server/index.js'

/** A page that a template draws. */
export interface TemplatePage {
  route: RouteData
  url: URL
  params: SSRResult['params']
  props: Readonly<Record<string, unknown>>
}

type SlotValue = Parameters<typeof renderSlotToString>[1]

/** By the name of the slot. */
type SlotValues = Readonly<Record<string, SlotValue>>

/** What the components of a page share. */
export interface DrawnPage extends TemplatePage {
  result: SSRResult
  /** Origin for absolute addresses. */
  site: string
  /** What components pass on to those that are drawn later. */
  locals: Record<string, unknown>
}

/** There is one for each component that is drawn. */
export class TemplateGlobal {
  /** Set by what Astro makes of a template. */
  self: unknown = undefined
  readonly props: Readonly<Record<string, unknown>>
  private readonly page: DrawnPage
  private readonly values: SlotValues
  private made: Slots | undefined = undefined

  constructor(
    page: DrawnPage,
    { props, slots }: { props: Readonly<Record<string, unknown>>; slots: SlotValues },
  ) {
    this.page = page
    this.props = props
    this.values = slots
  }

  get slots(): Slots {
    return (this.made ??= slotsOf(this.values, this.page.result))
  }

  get params(): SSRResult['params'] {
    return this.page.params
  }

  get url(): URL {
    return this.page.url
  }

  get request(): Request {
    return this.page.result.request
  }

  get response(): SSRResult['response'] {
    return this.page.result.response
  }

  get routePattern(): string {
    return this.page.route.route
  }

  get isPrerendered(): boolean {
    return true
  }

  get originPathname(): string {
    return this.page.url.pathname
  }

  get site(): URL {
    return new URL(this.page.site)
  }

  get generator(): string {
    return `Astro v${version}`
  }

  get locals(): Record<string, unknown> {
    return this.page.locals
  }
}

const inBrowser =
  'needs a server, and pages are made beforehand. Use a script in the browser instead'

/** What Astro has besides, and what to use instead. */
const absent: Readonly<Record<string, string>> = {
  cookies: inBrowser,
  session: inBrowser,
  clientAddress: inBrowser,
  redirect: inBrowser,
  rewrite: inBrowser,
  getActionResult: inBrowser,
  callAction: inBrowser,
  preferredLocale: inBrowser,
  preferredLocaleList: inBrowser,
  cache: inBrowser,
  currentLocale:
    'is not known here. Use `Astro.props.locale`, which a component of a guide is given',
  csp: 'is not known here. Load scripts and styles from files, which the policy of pages allows',
  logger: 'is not known here. Use `console`',
}
for (const [name, advice] of Object.entries(absent)) {
  Object.defineProperty(TemplateGlobal.prototype, name, {
    get() {
      throw new Error(`\`Astro.${name}\` ${advice}`)
    },
  })
}

/** `Astro.slots`: each slot by its name, too. */
interface Slots {
  has: (name: string) => boolean
  render: (name: string, given?: readonly unknown[]) => Promise<string | undefined>
}

function slotsOf(values: SlotValues, result: SSRResult): Slots {
  const text = async (value: SlotValue) =>
    chunkToString(result, await renderSlotToString(result, value))
  return {
    ...Object.fromEntries(Object.keys(values).map((name) => [name, true])),
    has: (name) => Boolean(values[name]),
    async render(name, given = []) {
      const value = values[name]
      if (!value) return undefined
      if (given.length === 0 || typeof value !== 'function') return text(value)
      const child = childFunction(await value(result))
      return text(child ? async () => child(...given) as Awaited<ReturnType<typeof value>> : value)
    },
  }
}

/** The function that is all there is in a slot: `{(name) => <b>{name}</b>}`. */
function childFunction(markup: unknown): ((...given: unknown[]) => unknown) | undefined {
  if (typeof markup === 'function') return markup as (...given: unknown[]) => unknown
  const { expressions = [] } = (markup ?? {}) as { expressions?: unknown[] }
  const [only, ...others] = expressions.filter(Boolean)
  return others.length ? undefined : childFunction(only)
}
