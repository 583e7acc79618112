/** The reader’s services as this browser keeps them, in the form that addresses have, and what they are about. */
import type { ScopeFile } from './scope-file.ts'
import { readScope, scopeSearch, type Scope } from './scope.ts'

/** What is kept under a key; undefined where that is nothing, or the browser keeps nothing. */
export function keptScope(key: string): Scope | undefined {
  try {
    return readScope(localStorage.getItem(key) ?? '')
  } catch {
    return undefined
  }
}

/** Keep a choice, or none any more; false if the browser refused. */
export function keepScope(key: string, scope: Scope | undefined): boolean {
  try {
    if (scope) localStorage.setItem(key, scopeSearch('', scope))
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/** Put a choice into the address of the page, so that the reader can send it. */
export function showInAddress(scope: Scope | undefined) {
  const { pathname, search, hash } = location
  history.replaceState(history.state, '', pathname + scopeSearch(search, scope) + hash)
  // The other languages of the page show the same.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages__link')) {
    link.search = scopeSearch(link.search, scope)
  }
}

/**
 * What is to be known of the docset’s steps; undefined where it cannot be fetched.
 *
 * @param page - Path of the page on which services are chosen.
 */
export async function fetchScopeFile(page: string): Promise<ScopeFile | undefined> {
  const answer = await fetch(page.replace(/\/(?:index\.html)?$/, '.json')).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as ScopeFile) : undefined
}
