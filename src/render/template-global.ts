/**
 * `Astro` in a template: what a page that is made beforehand can use of it. Cookies, actions and rewrites need a server.
 */
import type { RouteData, SSRResult } from 'astro'
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

/** There is one for each component that is drawn. */
export class TemplateGlobal {
  /** Set by what Astro makes of a template. */
  self: unknown = undefined
  readonly props: Readonly<Record<string, unknown>>
  private readonly page: TemplatePage
  private readonly result: SSRResult
  private readonly values: SlotValues
  private made: Slots | undefined = undefined

  constructor(
    page: TemplatePage,
    result: SSRResult,
    { props, slots }: { props: Readonly<Record<string, unknown>>; slots: SlotValues },
  ) {
    this.page = page
    this.result = result
    this.props = props
    this.values = slots
  }

  get slots(): Slots {
    return (this.made ??= slotsOf(this.values, this.result))
  }

  get params(): SSRResult['params'] {
    return this.page.params
  }

  get url(): URL {
    return this.page.url
  }

  get request(): Request {
    return this.result.request
  }

  get response(): SSRResult['response'] {
    return this.result.response
  }

  get routePattern(): string {
    return this.page.route.route
  }

  get isPrerendered(): boolean {
    return true
  }
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
