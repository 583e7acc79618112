/** From a docset's redirections to addresses of the site. */
import type { VFileMessage } from 'vfile-message'
import { pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex } from '../docset.ts'
import type { Redirect } from '../page.ts'
import { resolveLink } from '../resolve.ts'
import type { DocfxEdition } from './open.ts'
import { type Redirection, readRedirections, redirectCycle, targetMissing } from './redirections.ts'

/** Hosts that Microsoft has published docsets on. */
const docfxHosts = /^https?:\/\/(?:docs|learn)\.microsoft\.com(?=\/)/i

export async function readRedirects(
  edition: DocfxEdition,
  index: DocsetIndex,
  context: ReadContext,
): Promise<{ redirects: Redirect[]; messages: VFileMessage[] }> {
  const { locale } = edition
  const { id } = index.docset
  const messages: VFileMessage[] = []
  const redirects: Redirect[] = []
  for (const absolute of edition.redirectionFiles) {
    const bytes = await context.files.read(absolute)
    if (!bytes) continue
    const name = context.nameOf(absolute)
    const { text, message } = decode(bytes, name)
    if (message) messages.push(message)
    const read = readRedirections(
      text,
      name,
      edition.folder,
      (path) => index.page(path) !== undefined,
    )
    messages.push(...read.messages)
    const bySlug = new Map(read.redirections.map((one) => [one.slug, one]))
    for (const redirection of read.redirections) {
      const end = follow(redirection, bySlug)
      if (!end) {
        messages.push(redirectCycle(name, redirection))
        continue
      }
      if (end.unknown) messages.push(targetMissing(name, redirection))
      if (!end.to) continue
      redirects.push({ locale, from: pagePath(locale, id, redirection.slug), to: end.to })
    }
  }
  return { redirects, messages }

  /** Where a chain of redirections ends; undefined when it never does. */
  function follow(start: Redirection, bySlug: ReadonlyMap<string, Redirection>) {
    const seen = new Set<string>()
    for (let at: Redirection | undefined = start; at && !seen.has(at.slug);) {
      seen.add(at.slug)
      const path = at.url.replace(docfxHosts, '')
      const { target } = resolveLink(
        path,
        { index, locale, path: 'index.md' },
        { ...context, base: '/' },
      )
      if (target?.page) return { to: target.href, unknown: false }
      const next: Redirection | undefined = bySlug.get(slugIn(path))
      if (!next) {
        const to = [at.url, target?.href].find((address) => /^https?:/i.test(address ?? ''))
        return { to, unknown: to === undefined || isOurs(path) }
      }
      at = next
    }
    return undefined
  }

  function isOurs(path: string): boolean {
    return slugIn(path) !== path
  }

  /** The slug of a path of this docset; the path itself when it is of another. */
  function slugIn(path: string): string {
    const [, slug] =
      new RegExp(`^(?:/[a-z]{2,3}-[a-z]{2,4})?/${RegExp.escape(id)}/([^?#]*)`, 'i').exec(path) ?? []
    return slug?.toLowerCase().replace(/\/$/, '') ?? path
  }
}
