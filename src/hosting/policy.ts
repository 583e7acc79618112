/** What browsers may load and run on the pages, as HTTP headers that every host can send. */
import { createHash } from 'node:crypto'

/** What the built pages hold inside themselves. */
export interface InlineParts {
  /** Hashes of scripts in pages, as a policy names them: `'sha256-…'`. */
  scripts: ReadonlySet<string>
  /** Hashes of `<style>` elements. */
  styles: ReadonlySet<string>
  /** Some element has a `style` attribute: highlighted code. */
  hasStyleAttributes: boolean
}

/**
 * Collect what is inside pages.
 *
 * Patterns do, for the pages are our own: a script ends at the first `</script`, as browsers have
 * it. A parser took longer than drawing the pages. What a pattern finds too much in a comment is a
 * hash that nothing uses.
 */
export function inlineParts(pages: Iterable<string>): InlineParts {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  let hasStyleAttributes = false
  for (const html of pages) {
    for (const [, attributes = '', text = ''] of html.matchAll(
      /<script\b([^>]*)>(.*?)<\/script/gs,
    )) {
      if (!/\bsrc=/.test(attributes) && isRun(attributes)) scripts.add(hashOf(text))
    }
    for (const [, text = ''] of html.matchAll(/<style\b[^>]*>(.*?)<\/style/gs))
      styles.add(hashOf(text))
    hasStyleAttributes ||= /<[a-z][^<>]*\sstyle="/.test(html)
  }
  return { scripts, styles, hasStyleAttributes }
}

/** Data in a `<script>` is not run, and needs no leave. */
function isRun(attributes: string): boolean {
  const [, type = 'module'] = /\btype="([^"]*)"/.exec(attributes) ?? []
  return type === 'module' || type === 'text/javascript'
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/**
 * The Content-Security-Policy of a site (CSP Level 3).
 *
 * Everything comes from the site itself. A script inside a page is known by its hash, so that
 * `'unsafe-inline'` is not needed; search runs WebAssembly, which asks for `'wasm-unsafe-eval'`.
 */
function contentSecurityPolicy({ scripts, styles, hasStyleAttributes }: InlineParts): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...[...scripts].toSorted()],
    'style-src': ["'self'", ...[...styles].toSorted()],
    ...(hasStyleAttributes && { 'style-src-attr': ["'unsafe-inline'"] }),
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')
}

/**
 * The headers of every answer, by name. `Strict-Transport-Security` is not among them: it binds a
 * whole domain, which is not ours to decide.
 */
export function securityHeaders(parts: InlineParts): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(parts),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  }
}
