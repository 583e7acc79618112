/** The deepest folder that holds all of some, which are absolute and have `/` between names. */
export function commonFolder(folders: readonly string[]): string {
  const [first = '', ...others] = folders
  const names = first.split('/')
  const differs = names.findIndex((_, index) => {
    const start = names.slice(0, index + 1).join('/')
    return others.some((folder) => folder !== start && !folder.startsWith(`${start}/`))
  })
  return (differs < 0 ? names : names.slice(0, differs)).join('/') || '/'
}
