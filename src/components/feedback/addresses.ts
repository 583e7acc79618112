/** Addresses outside the site where a page’s file is, and where a problem is reported. */

/** Where a file can be seen or edited that is named from the project’s folder; undefined where nobody says. */
export function fileAddress(pattern: string | undefined, name: string): string | undefined {
  return pattern?.replace('{path}', () => name.split('/').map(encodeURIComponent).join('/'))
}

/** What a report is about. */
export interface Reported {
  /** The page or step, as a person would name it. */
  title: string
  /** Its short name, which is the same in all languages: `fasttrack/gather-data`. */
  id: string
  /** BCP 47 tag. */
  language: string
  /** Its full address. */
  address: string
}

/** The `report` of the configuration with its `{places}` filled in, each encoded for a query (RFC 3986). */
export function reportAddress(pattern: string, about: Reported): string {
  return pattern.replaceAll(/\{(title|id|language|address)\}/g, (_, name: keyof Reported) =>
    encodeURIComponent(about[name]),
  )
}
