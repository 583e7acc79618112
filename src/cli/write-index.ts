/** Index the pages of a built site for Pagefind, one index for each language. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Write `pagefind/` into `folder`; gives the number of pages that can be found.
 *
 * Only pages whose article carries `data-pagefind-body` count. The language of an index is that of
 * `<html lang>`: nothing of one language is found in another's.
 */
export async function writeIndex(folder: string): Promise<number> {
  const pagefind = await import('pagefind')
  try {
    const { index, errors } = await pagefind.createIndex({})
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`)
    const added = await index.addDirectory({ path: folder })
    const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') })
    const failures = [...added.errors, ...written.errors]
    if (failures.length) throw new Error(`Pagefind did not index the site: ${failures.join('; ')}`)
    // `added.page_count` counts every file; what is in the index stands in its entry file.
    return pagesIn(await readFile(join(folder, 'pagefind/pagefind-entry.json'), 'utf8'))
  } finally {
    await pagefind.close()
  }
}

function pagesIn(entry: string): number {
  const { languages } = JSON.parse(entry) as { languages: Record<string, { page_count: number }> }
  return Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0)
}
