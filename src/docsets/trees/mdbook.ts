/** mdBook: one book for each language, each with a `book.toml`. */
import { posix } from 'node:path'
import type { FoundEdition, Layout, Project } from './layout.ts'
import { languageOfFolder, optionIn } from './languages.ts'
import { isPage, join } from './locale-folders.ts'
import { githubSlug } from './starlight.ts'

export const mdbook: Layout = {
  generator: () => ({
    name: 'mdBook',
    dialectOf: () => 'markdown',
    slugOf: githubSlug,
    pin: 'braces',
    isList: (path) => posix.basename(path) === 'SUMMARY.md',
  }),
  markers: ['book.toml', 'en/book.toml'],
  async find(project) {
    const files = await project.list('')
    const configs = files.filter((path) => posix.basename(path) === 'book.toml')
    const books = await Promise.all(configs.map((path) => bookOf(project, path, files)))
    const wanted = project.source && languageOfFolder(project.source)
    const source =
      books.find(({ locale }) => locale === wanted) ??
      books.find(({ folder }) => folder === posix.dirname(project.config.name))
    if (!source || (wanted && source.locale !== wanted)) return []
    const targets = books.filter(({ locale }) => locale !== source.locale)
    return targets.length ? [{ id: 'book', source, targets }] : []
  },
}

async function bookOf(
  project: Project,
  path: string,
  files: readonly string[],
): Promise<FoundEdition & { folder: string }> {
  const folder = posix.dirname(path)
  const config = await project.read(path)
  const root = join(folder, optionIn(config, 'src') ?? 'src')
  // The name of its folder is the language of a book that does not state it.
  const named = languageOfFolder(posix.basename(folder))
  const locale = languageOfFolder(optionIn(config, 'language') ?? named ?? 'en') ?? 'en'
  const prefix = `${root}/`
  const pages = files.filter((file) => file.startsWith(prefix) && isPage(file))
  return { folder, locale, root, pages: pages.map((file) => file.slice(prefix.length)) }
}
