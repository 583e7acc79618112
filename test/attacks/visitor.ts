/** Go through attacked sites with a policy and without one. */
import type { Browser } from 'playwright-core'
import { downloadsFolder } from '#src/docsets/address.ts'
import { downloadHeaders } from '#src/hosting/downloads.ts'
import { securityHeaders } from '#src/hosting/content-security-policy.ts'
import { serve } from '../support/server.ts'
import { type Visit, browse } from './browse.ts'

/** How a site is served: with our headers, only with what stands in its pages, or without any policy. */
export type Hosting = 'headers' | 'meta' | 'none'

/** What happened on a site that must not; `visitsOf` names the addresses below the site’s own. */
export async function browseSite(
  browser: Browser,
  folder: string,
  hosting: Hosting,
  visitsOf: (url: string) => Promise<readonly Visit[]> | readonly Visit[],
): Promise<string[]> {
  const site = await serve(folder, {
    headers: (path) => {
      // Without ours nobody should open what the configuration offers: it is sent to be saved everywhere.
      if (path.startsWith(`/${downloadsFolder}/`)) return downloadHeaders
      return hosting === 'headers' ? securityHeaders() : {}
    },
    ...(hosting === 'none' && { change: withoutPolicy }),
  })
  try {
    return await browse(browser, await visitsOf(site.url), { bypassCSP: hosting === 'none' })
  } finally {
    await site.close()
  }
}

function withoutPolicy(html: string): string {
  return html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
}
