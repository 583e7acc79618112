/** Which Markdown a page is written in. */

/** `markdown` and `mdx` are pages of other generators, whose syntax is not known whole. */
export type Dialect = 'guide' | 'docfx' | ForeignDialect
export type ForeignDialect = 'markdown' | 'mdx'

export function isForeignDialect(dialect: Dialect): dialect is ForeignDialect {
  return dialect === 'markdown' || dialect === 'mdx'
}

/** Whether `<` and `{` are JSX. */
export function hasJsx(dialect: Dialect): boolean {
  return dialect === 'guide' || dialect === 'mdx'
}
