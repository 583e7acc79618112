/** The reader’s services in the browser’s storage, as a query string, and the file of steps that they filter. */
import type { ScopeFile } from './scope-file.ts'
import { readScope, scopeSearch, type Scope } from './scope.ts'

/** The stored value of a key; undefined without value or storage. */
export function keptScope(key: string): Scope | undefined {
  try {
    return readScope(localStorage.getItem(key) ?? '')
  } catch {
    return undefined
  }
}

/** Store or delete a choice; false if the browser refuses. */
export function keepScope(key: string, scope: Scope | undefined): boolean {
  try {
    if (scope) localStorage.setItem(key, scopeSearch('', scope))
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/** Put a choice into the address of the page, so that it can be shared. */
export function showInAddress(scope: Scope | undefined) {
  const { pathname, search, hash } = location
  history.replaceState(history.state, '', pathname + scopeSearch(search, scope) + hash)
  // Links to the other languages of the page keep the choice.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages__link')) {
    link.search = scopeSearch(link.search, scope)
  }
}

/**
 * Fetch the services of the docset’s steps; undefined if that fails.
 *
 * @param page - Path of the page on which services are chosen.
 */
export async function fetchScopeFile(page: string): Promise<ScopeFile | undefined> {
  const answer = await fetch(page.replace(/\/(?:index\.html)?$/, '.json')).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as ScopeFile) : undefined
}
