/** Index the pages of a built site for Pagefind, one index for each language. */
import { readdir, readFile, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { isSearchable, separateWords } from '../search/indexed.ts'

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
    const failures: string[] = []
    let pages = 0
    for await (const [path, html] of searchablePages(folder)) {
      const added = await index.addHTMLFile({ sourcePath: path, content: separateWords(html) })
      failures.push(...added.errors)
      pages++
    }
    const bundle = join(folder, 'pagefind')
    const written = await index.writeFiles({ outputPath: bundle })
    failures.push(...written.errors)
    if (failures.length) throw new Error(`Pagefind did not index the site: ${failures.join('; ')}`)
    await removeWidgets(bundle)
    return pages
  } finally {
    await pagefind.close()
  }
}

async function* searchablePages(folder: string): AsyncGenerator<[path: string, html: string]> {
  for (const path of (await readdir(folder, { recursive: true })).toSorted()) {
    if (!path.endsWith('.html')) continue
    const html = await readFile(join(folder, path), 'utf8')
    if (isSearchable(html)) yield [path.replaceAll(sep, '/'), html]
  }
}

/** Pagefind adds widgets of its own, 400 kB of them, that no page here uses. */
async function removeWidgets(bundle: string): Promise<void> {
  for (const name of await readdir(bundle)) {
    if (/^pagefind-(ui|component-ui|modular-ui|highlight)\./.test(name))
      await rm(join(bundle, name))
  }
}
