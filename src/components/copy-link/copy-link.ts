/** Links to a page, heading or step, and how to cite them. */

/** A heading, step or page, as shown on the page. */
export interface CopyTarget {
  kind: 'page' | 'heading' | 'step'
  /** Its anchor; unused for a page. */
  id: string
  /** The title of its page. */
  page: string
  title: string
  /** Of a step. */
  number?: number
  parties?: readonly string[]
}

export interface Addresses {
  /** The go link, which opens in the language of the reader. */
  goLink: string
  /** The address in the language of this page. */
  here: string
  /** The name in the go link, after `/go/`. */
  id: string
}

/**
 * The addresses of a target on the page at `page`, an absolute URL with a segment `locale`. The part before that
 * segment is the root of the site.
 */
export function addressesOf(
  { kind, id }: Pick<CopyTarget, 'kind' | 'id'>,
  page: string,
  locale: string,
): Addresses {
  const { origin, pathname } = new URL(page)
  const path = pathname.replace(/index\.html$/, '').replace(/\/*$/, '/')
  const index = path.indexOf(`/${locale}/`)
  const base = `${origin}${path.slice(0, index)}/`
  const rest = path.slice(index + locale.length + 2)
  const [docset = ''] = rest.split('/')
  const hash = kind === 'page' ? '' : `#${encodeURI(id)}`
  const target = kind === 'step' ? `${docset}/${encodeURI(id)}/` : rest + hash
  const name = kind === 'step' ? `${docset}/${id}` : decodeURI(rest.replace(/\/$/, '') + hash)
  return { goLink: `${base}go/${target}`, here: origin + path + hash, id: name }
}

/** Words of the interface by their keys, holes and all. */
export type CopyLinkLabels = Readonly<Record<string, string>>

/** `Assess, step 3, Customer: Gather data about your environment`. */
export function citationOf(
  { kind, page, title, number, parties = [] }: CopyTarget,
  labels: CopyLinkLabels,
): string {
  if (kind === 'page') return page
  const key = kind === 'heading' ? 'heading' : parties.length ? 'step' : 'step.nobody'
  const values: CopyLinkLabels = {
    page,
    title,
    number: String(number),
    parties: parties.join(', '),
  }
  const text = labels[`link.citation.${key}`] ?? '{title}'
  return text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole)
}
