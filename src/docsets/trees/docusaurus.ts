/** Docusaurus: `docs/`, translations in `i18n/fr/docusaurus-plugin-content-docs/current/`; blog and pages alike. */
import type { FoundEdition, FoundTree, Layout, Project } from './layout.ts'
import { languageOfFolder, optionIn } from './languages.ts'
import { isPage } from './locale-folders.ts'
import { githubSlug } from './starlight.ts'

export const docusaurus: Layout = {
  generator: (config) => ({
    name: 'Docusaurus',
    // Unless the configuration says otherwise both extensions are MDX.
    dialectOf: (path) =>
      /\.mdx$/i.test(path) || !/format\s*:\s*['"](?:md|detect)['"]/.test(config)
        ? 'mdx'
        : 'markdown',
    slugOf: githubSlug,
    pin: 'braces',
  }),
  markers: ['ts', 'js', 'mjs', 'cjs', 'mts'].map((extension) => `docusaurus.config.${extension}`),
  async find(project) {
    const i18n = await project.list('i18n')
    const versions = (await project.list('versioned_docs')).map(
      (path) => path.split('/', 1)[0] ?? '',
    )
    const parts = [
      { id: 'docs', root: 'docs', folder: 'docusaurus-plugin-content-docs/current' },
      ...[...new Set(versions)].map((version) => ({
        id: `docs-${version.replace(/^version-/, '')}`,
        root: `versioned_docs/${version}`,
        folder: `docusaurus-plugin-content-docs/${version}`,
      })),
      { id: 'blog', root: 'blog', folder: 'docusaurus-plugin-content-blog' },
      { id: 'pages', root: 'src/pages', folder: 'docusaurus-plugin-content-pages' },
    ]
    const found = await Promise.all(parts.map((part) => treeOf(project, part, i18n)))
    return found.flat()
  },
}

interface Part {
  id: string
  root: string
  folder: string
}

async function treeOf(
  project: Project,
  { id, root, folder }: Part,
  i18n: readonly string[],
): Promise<FoundTree[]> {
  const pages = (await project.list(root)).filter(isPage)
  const locale = project.source ?? optionIn(project.config.text, 'defaultLocale') ?? 'en'
  const names = [...new Set(i18n.flatMap((path) => path.split('/', 1)))]
  const targets = names.flatMap((name): FoundEdition[] => {
    const prefix = `${name}/${folder}/`
    const own = i18n.filter((path) => path.startsWith(prefix) && isPage(path))
    const tag = languageOfFolder(name)
    // A folder without any translation is not meant to be translated, except the documentation itself.
    if (!tag || tag === languageOfFolder(locale) || (own.length === 0 && id !== 'docs')) return []
    const paths = own.map((path) => path.slice(prefix.length))
    return [{ locale: tag, root: `i18n/${name}/${folder}`, pages: paths }]
  })
  if (pages.length === 0 || targets.length === 0) return []
  return [{ id, source: { locale: languageOfFolder(locale) ?? locale, root, pages }, targets }]
}
