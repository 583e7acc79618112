/** URLs outside the site: of a page’s file, and of the form to report a problem. */

/** The URL to edit a file, given by its path in the project; undefined if none is configured. */
export function fileAddress(pattern: string | undefined, name: string): string | undefined {
  return pattern?.replace('{path}', () => name.split('/').map(encodeURIComponent).join('/'))
}

/** The subject of a report. */
export interface Reported {
  /** The title of the page or step. */
  title: string
  /** Its name in the go link, the same in all languages: `fasttrack/gather-data`. */
  id: string
  /** BCP 47 tag. */
  language: string
  /** Its absolute URL. */
  address: string
}

/** The `report` of the configuration with its `{places}` filled in, each encoded for a query (RFC 3986). */
export function reportAddress(pattern: string, about: Reported): string {
  return pattern.replaceAll(/\{(title|id|language|address)\}/g, (_, name: keyof Reported) =>
    encodeURIComponent(about[name]),
  )
}
