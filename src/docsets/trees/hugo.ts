/** Hugo: `content/en/` and `content/fr/`, or `page.md` and `page.fr.md` beside each other. */
import type { FoundEdition, FoundTree, Layout, Project } from './layout.ts'
import { isNamed, languageOfFolder, optionIn } from './languages.ts'
import { isPage, localeFolders } from './locale-folders.ts'
import { githubSlug } from './starlight.ts'

const names = ['hugo', 'config/_default/hugo', 'config', 'config/_default/config']
const extensions = ['toml', 'yaml', 'yml', 'json']

export const hugo: Layout = {
  generator: () => ({
    name: 'Hugo',
    dialectOf: () => 'markdown',
    slugOf: githubSlug,
    pin: 'braces',
  }),
  markers: names.flatMap((name) => extensions.map((extension) => `${name}.${extension}`)),
  isOwn: (config) => /baseURL|languages|defaultContentLanguage/i.test(config),
  async find(given) {
    const project = await withLanguages(given)
    const root = (optionIn(project.config.text, 'contentDir') ?? 'content').split('/', 1)[0] ?? ''
    const language = optionIn(project.config.text, 'defaultContentLanguage') ?? 'en'
    const pages = (await project.list(root)).filter(isPage)
    const byName = pages.some((path) => languageIn(path, project) !== undefined)
    if (byName) return namedFiles(project, root, pages, language)
    const folders = { id: 'content', root, rootLocale: language, sourceFolder: language }
    return localeFolders(project, folders)
  },
}

/** Languages may be configured in a file of their own. */
async function withLanguages(project: Project): Promise<Project> {
  const paths = extensions.map((extension) => `config/_default/languages.${extension}`)
  const [own, ...others] = [project.config.text, ...(await Promise.all(paths.map(project.read)))]
  // In that file each language is a table at the top level.
  const tables = others.join('\n').replace(/^\[([\w-]+)\]/gm, '[languages.$1]')
  return { ...project, config: { ...project.config, text: `${own}\n${tables}` } }
}

/** `page.fr.md` → `fr`, if the site has that language. */
function languageIn(path: string, { config }: Project): string | undefined {
  const [, name] = /\.([A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*)\.mdx?$/.exec(path) ?? []
  return name !== undefined && languageOfFolder(name) && isNamed(config.text, name)
    ? name
    : undefined
}

function namedFiles(
  project: Project,
  root: string,
  pages: readonly string[],
  language: string,
): FoundTree[] {
  const own = project.source ?? language
  const groups = Map.groupBy(pages, (path) => languageIn(path, project) ?? language)
  const editionOf = (name: string): FoundEdition => ({
    locale: languageOfFolder(name) ?? name,
    root,
    pages: groups.get(name) ?? [],
    addressOf: (path) =>
      path.toLowerCase().includes(`.${name.toLowerCase()}.`)
        ? path.replace(/\.[\w-]+(?=\.mdx?$)/, '')
        : path,
    pathOf: (address) => address.replace(/(?=\.mdx?$)/i, `.${name}`),
  })
  const source = [...groups.keys()].find((name) => languageOfFolder(name) === languageOfFolder(own))
  if (source === undefined) return []
  const targets = [...groups.keys()].filter((name) => name !== source)
  return [{ id: 'content', source: editionOf(source), targets: targets.map(editionOf) }]
}
