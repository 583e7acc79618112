/** From a docset's tables of contents to one navigation, every address resolved. */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { problemAt } from '#plugins/problems.ts'
import type { ReadContext } from '../context.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex } from '../docset.ts'
import type { NavigationItem } from '../page.ts'
import { resolveLink } from '../resolve.ts'
import type { DocfxEdition } from './open.ts'
import { type TocEntry, readToc } from './toc.ts'

/**
 * The navigation of a docset in one language: the table of contents nearest to its folder, with those
 * that it names nested where it names them.
 */
export async function readNavigation(
  edition: DocfxEdition,
  index: DocsetIndex,
  context: ReadContext,
): Promise<{ items: NavigationItem[]; messages: VFileMessage[] }> {
  const { locale } = edition
  const messages: VFileMessage[] = []
  const main = mainToc(edition.tocs) ?? mainToc(tocsOf(index.docset.sourceLocale))
  const items = main ? await itemsOf(main, [main]) : []
  return { items, messages }

  async function itemsOf(path: string, chain: readonly string[]): Promise<NavigationItem[]> {
    const found = index.resource(locale, path)
    const bytes = found && (await context.files.read(found.absolute))
    if (!found || !bytes) return []
    const name = context.nameOf(found.absolute)
    const { text, message } = decode(bytes, name)
    const { entries, messages: wrong } = readToc(text, name)
    messages.push(...(message ? [message] : []), ...wrong)
    return Promise.all(entries.map((entry) => itemOf(entry, path, name, chain)))
  }

  async function itemOf(
    entry: TocEntry,
    path: string,
    name: string,
    chain: readonly string[],
  ): Promise<NavigationItem> {
    const own = await Promise.all(entry.items.map((item) => itemOf(item, path, name, chain)))
    const nested = entry.href && nestedToc(entry.href, path)
    if (nested && !chain.includes(nested)) {
      const items = [...own, ...(await itemsOf(nested, [...chain, nested]))]
      return { title: entry.title ?? '', items }
    }
    const { target, problem } = entry.href
      ? resolveLink(entry.href, { index, locale, path }, { ...context, base: '/' })
      : {}
    if (problem) messages.push(problemAt(name, problem, entry.place))
    return {
      title: entry.title ?? entry.href ?? '',
      ...(target && { href: target.href }),
      items: own,
    }
  }

  function nestedToc(href: string, from: string): string | undefined {
    const path = posix.normalize(posix.join(posix.dirname(from), href))
    if (/(^|\/)toc\.(md|ya?ml)$/i.test(path)) return path
    if (!href.endsWith('/')) return undefined
    return edition.tocs.find(
      (toc) => posix.dirname(toc).toLowerCase() === path.replace(/\/$/, '').toLowerCase(),
    )
  }

  function tocsOf(tag: string): readonly string[] {
    const source = index.docset.editions.find((one) => one.locale === tag)
    return source?.resources.filter((path) => /(^|\/)toc\.(md|ya?ml)$/i.test(path)) ?? []
  }
}

function mainToc(tocs: readonly string[]): string | undefined {
  const depth = (path: string) => path.split('/').length
  return tocs
    .filter((path) => !/(^|\/)_?breadcrumb\//i.test(path))
    .toSorted((a, b) => depth(a) - depth(b) || a.localeCompare(b))[0]
}
