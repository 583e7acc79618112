/** Starlight: `src/content/docs/`, translations in `src/content/docs/fr/`. */
import GithubSlugger from 'github-slugger'
import type { Layout } from './layout.ts'
import { optionIn } from './languages.ts'
import { localeFolders } from './locale-folders.ts'

const extensions = ['mjs', 'ts', 'js', 'mts', 'cjs']

export const starlight: Layout = {
  generator: () => ({
    name: 'Starlight',
    dialectOf: (path) => (/\.mdx$/i.test(path) ? 'mdx' : 'markdown'),
    slugOf: githubSlug,
    // Astro slugs the text of each heading, and has no syntax for explicit ids.
    pin: 'anchor',
  }),
  markers: extensions.map((extension) => `astro.config.${extension}`),
  isOwn: (config) => /starlight/i.test(config),
  find: (project) => {
    const { text } = project.config
    return localeFolders(project, {
      id: 'docs',
      root: 'src/content/docs',
      rootLocale: rootLanguage(text) ?? 'en',
      sourceFolder: optionIn(text, 'defaultLocale'),
    })
  },
}

/** The language of `root` among the locales of a configuration. */
export function rootLanguage(config: string): string | undefined {
  const [, inRoot = ''] = /(?<![\w.])['"]?root['"]?\s*:\s*\{([^}]*)\}/.exec(config) ?? []
  return optionIn(inRoot, 'lang')
}

/** Slugs as GitHub makes them; the caller makes them unique within a page. */
export function githubSlug(words: string): string {
  return new GithubSlugger().slug(words)
}
