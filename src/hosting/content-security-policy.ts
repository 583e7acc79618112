/**
 * What browsers may load and run on the pages: the Content-Security-Policy (CSP Level 3), as a header
 * for hosts that send ours and as `<meta>` in each page for those that send none (GitHub Pages).
 *
 * It does not depend on content, and is the same for every site but for the players that its configuration names: the only script inside a page is
 * `themeScript`, all others are files of the site. So the policy cannot grow, and nothing that a page
 * happens to contain is ever allowed. Inline styles are not allowed either.
 */
import { createHash } from 'node:crypto'
import { themeScript } from '#src/components/theme-select/theme-script.ts'
import type { Site } from '#src/site.ts'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const directives: readonly string[] = [
  "default-src 'none'",
  // Search runs WebAssembly.
  `script-src 'self' 'wasm-unsafe-eval' ${hashOf(themeScript)}`,
  "style-src 'self'",
  // Icons in style sheets are `data:` addresses.
  "img-src 'self' data:",
  // Films and sound of docfx docsets.
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
]

/** What of a site its policy depends on. */
export type PolicySite = Partial<Pick<Site, 'players' | 'docsets'>>

/** Frames only where the configuration has named whose players may be shown; apps only where there is one. */
function policyOf({ players = [], docsets = [] }: PolicySite): readonly string[] {
  return [
    ...directives,
    ...(players.length > 0 ? [`frame-src ${players.join(' ')}`] : []),
    ...(docsets.some(({ installable }) => installable)
      ? ["manifest-src 'self'", "worker-src 'self'"]
      : []),
  ]
}

/** The policy as the content of `<meta http-equiv>`, where `frame-ancestors` has no effect (CSP3, 3.3). */
export function metaPolicy(site: PolicySite = {}): string {
  return policyOf(site).join(';')
}

/** The same for pages under `/go/`: they neither search nor send anything, and there is one for each step. */
export function goPolicy(): string {
  const unused = /^(?:media|connect)-src /
  return directives
    .filter((directive) => !unused.test(directive))
    .join(';')
    .replace("'wasm-unsafe-eval' ", '')
}

/**
 * The headers of every answer, by name. `Strict-Transport-Security` is not among them: it binds a
 * whole domain, which is not ours to decide.
 */
export function securityHeaders(site: PolicySite = {}): Record<string, string> {
  return {
    'Content-Security-Policy': [...policyOf(site), "frame-ancestors 'none'"].join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  }
}
