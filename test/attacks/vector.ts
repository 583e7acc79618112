/** An attack as data: where its text goes, and the text. */

export interface Vector {
  /** Names it in reports. */
  id: string
  /** What the author of the content controls. */
  into: Place
  text: string
}

/**
 * `svg` is a drawing and `svg-prolog` what stands before it, `linked` a file that a page links to,
 * `symlink` a symbolic link, `exchange` a translation that is imported; the others are on pages.
 * `body` is Markdown of a page in both dialects, `mdx` and `md` in one of them; `text` is any value that is
 * no markup: titles, labels, names. `hash`, `query` and `stored` come from the address and the browser.
 */
export type Place =
  | ('body' | 'mdx' | 'md' | 'text' | 'file' | 'link' | 'exchange')
  | ('svg' | 'svg-prolog' | 'linked' | 'symlink')
  | ('hash' | 'query' | 'stored')

/** Where requests of attacks would go. */
const attacker = 'attacker.example'

/**
 * Make vectors of lines `id | text`; in a text `⏎` is a line break, `{run}` a call that is noticed and
 * `{far}` an address of another site without its scheme.
 */
export function vectors(into: Place, lines: string): Vector[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, id = '', text = ''] = /^\s*(\S+) \| ?(.*)$/.exec(line) ?? []
      return { id: `${into}-${id}`, into, text: text.replaceAll('⏎', '\n') }
    })
}

/** The text of a vector as it goes into a site. */
export function armed({ id, text }: Vector): string {
  return text.replaceAll('{run}', `__attack('${id}')`).replaceAll('{far}', `${attacker}/${id}`)
}

/** What stands before and after a vector, no words of any language, by which it is found on the site. */
export const before = ({ id }: Pick<Vector, 'id'>): string => `debut-${id};`
export const after = ({ id }: Pick<Vector, 'id'>): string => `fin-${id};`
