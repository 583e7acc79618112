/** Rspress: every language in a folder of its own, `docs/en/` and `docs/fr/`. */
import type { Layout } from './layout.ts'
import { optionIn } from './languages.ts'
import { localeFolders } from './locale-folders.ts'
import { githubSlug } from './starlight.ts'

export const rspress: Layout = {
  generator: () => ({
    name: 'Rspress',
    dialectOf: (path) => (/\.mdx$/i.test(path) ? 'mdx' : 'markdown'),
    slugOf: githubSlug,
    // In MDX a brace begins an expression.
    pin: 'escaped-braces',
  }),
  markers: ['ts', 'mts', 'js', 'mjs', 'cjs'].map((extension) => `rspress.config.${extension}`),
  find: (project) => {
    const { text } = project.config
    const language = optionIn(text, 'lang') ?? 'en'
    const root = (optionIn(text, 'root') ?? 'docs').replace(/^\.\/|\/$/g, '')
    return localeFolders(project, {
      id: 'docs',
      root,
      rootLocale: language,
      sourceFolder: language,
    })
  },
}
