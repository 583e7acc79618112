/** Where a page is now, for the address that somebody came by. */

/** The new address with the anchor of the old one, as a server’s redirect would have it. */
export function movedAddress(page: string, hash: string): string {
  return page.includes('#') ? page : page + hash
}
