/**
 * Names in addresses: paths that a site can be published under, which folders and the configurations of all servers
 * can hold, and names that the site has taken.
 */

const longestName = 100
const longestBase = 255

/** What to write in place of a base that cannot be used; undefined for a sound one. */
export function baseProblem(base: string): string | undefined {
  if (!/^\/(?:[^/]+\/)*$/.test(base)) return 'a path that starts and ends with `/`'
  const names = base.split('/').filter(Boolean)
  const isPlain = names.every((name) => isPathName(name))
  if (!isPlain) {
    return 'names of letters a to z, digits, `-`, `_`, `.` and `~` between the `/`, not starting with `.`, and not those of a file such as `404.html`'
  }
  if (base.length <= longestBase && names.every((name) => name.length <= longestName))
    return undefined
  return `at most ${longestBase} characters, ${longestName} between two \`/\``
}

/** A name of a folder that every server serves: no file name, none that is hidden. */
export function isPathName(name: string): boolean {
  return /^[\w~-][\w.~-]*$/.test(name) && !/\.(?:html?|php|aspx?)$/i.test(name)
}

/** Names that no docset can have: the site has pages of its own there, in every language. */
export const reservedNames: readonly string[] = ['offline', 'search', 'terms', 'translation']
