/** Where the pages of a docset are on the site, as its configuration maps folders. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { pathKey, slugOf } from '../address.ts'
import type { Edition, PageFile } from '../docset.ts'
import { type FileSet, publishedPaths } from './file-sets.ts'

const problem = defineProblems('configuration', {
  'dest-shared': (path: string, count: number, other: string) => ({
    severity: 'warning',
    reason: `\`${path}\`${count > 1 ? ` and ${count - 1} more files have` : ' has'} the address of a page from \`${other}\`, and so its folder stays in the address. Give each folder a \`dest\` of its own.`,
  }),
})

/** A page’s file and where it would be. */
interface MappedPage {
  path: string
  address: string
  set: FileSet
}

/**
 * A function that returns the published path of each page. If versions of a page map to one address, the latest gets
 * it: the one whose `group` sorts last, numbers by value. The others keep the path of their file.
 *
 * @param name - The name of `docfx.json` in messages.
 */
export function pageAddresses(
  content: readonly FileSet[],
  pages: readonly string[],
  name: string,
): { addressOf: (path: string) => string; messages: VFileMessage[] } {
  const map = publishedPaths(content)
  const mapped = pages.flatMap((path): MappedPage[] => {
    const result = map(path)
    return result ? [{ path, address: result.path, set: result.set }] : []
  })
  const addresses = new Map(mapped.map(({ path, address }) => [path, address]))
  const outdone: { page: MappedPage; by: MappedPage }[] = []
  for (const group of Map.groupBy(mapped, ({ address }) => slugOf(address)).values()) {
    const latest = latestOf(group)
    for (const page of group) {
      if (!latest || page.set === latest.set || page.address === page.path) continue
      addresses.set(page.path, page.path)
      outdone.push({ page, by: latest })
    }
  }
  const messages = [...Map.groupBy(outdone, ({ page }) => page.set).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const shared = problem('dest-shared', first.page.path, group.length, first.by.path)
    return [problemAt(name, shared, { line: 1, column: 1 })]
  })
  return { addressOf: (path) => addresses.get(path) ?? path, messages }
}

const collator = new Intl.Collator('en', { numeric: true })

/** The first of those whose group sorts last. */
function latestOf(pages: readonly MappedPage[]): MappedPage | undefined {
  return pages.reduce<MappedPage | undefined>(
    (latest, page) =>
      latest && collator.compare(page.set.group, latest.set.group) <= 0 ? latest : page,
    undefined,
  )
}

/** A translated page has the address of its source page, whatever its own configuration says. */
export function withSourceAddresses<T extends Pick<Edition, 'pages' | 'fallback'>>([
  source,
  ...translations
]: readonly T[]): T[] {
  if (!source) return []
  const slugs = new Map(source.pages.map(({ path, slug }) => [pathKey(path), slug]))
  const addressed = <F extends { pages: readonly PageFile[] }>(folder: F): F => ({
    ...folder,
    pages: folder.pages.map((page) => ({
      ...page,
      slug: slugs.get(pathKey(page.path)) ?? page.slug,
    })),
  })
  return [
    source,
    ...translations.map((edition) => {
      const { fallback } = edition
      return { ...addressed(edition), ...(fallback && { fallback: addressed(fallback) }) }
    }),
  ]
}
