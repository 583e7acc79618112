/** The repositories that a docset takes files from and that are not there. */
import type { MissingRepository } from '#plugins/docfx/snippets/problems.ts'
import { pathKey } from './address.ts'
import type { Docset } from './docset.ts'

/**
 * The repository that a path leads into and that is not there.
 *
 * @param path - From the docset’s folder.
 */
export function missingRepository(
  { editions }: Pick<Docset, 'editions'>,
  path: string,
): MissingRepository | undefined {
  const all = editions.flatMap(({ missing }) => missing ?? [])
  return all.find((item) => pathKey(path).startsWith(`${pathKey(item.path)}/`))
}
