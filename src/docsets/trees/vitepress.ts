/** VitePress: pages beside `.vitepress/`, translations in a folder of their language below them. */
import { posix } from 'node:path'
import type { Layout } from './layout.ts'
import { optionIn } from './languages.ts'
import { localeFolders } from './locale-folders.ts'
import { rootLanguage } from './starlight.ts'

const folders = ['', 'docs/', 'doc/', 'website/']
const extensions = ['ts', 'mts', 'js', 'mjs']

export const vitepress: Layout = {
  generator: () => ({
    name: 'VitePress',
    dialectOf: () => 'markdown',
    slugOf: vitepressSlug,
    pin: 'braces',
  }),
  markers: folders.flatMap((folder) =>
    ['config', 'config/index'].flatMap((name) =>
      extensions.map((extension) => `${folder}.vitepress/${name}.${extension}`),
    ),
  ),
  find: (project) => {
    const { name, text } = project.config
    const folder = name.slice(0, name.indexOf('.vitepress/'))
    const root = posix.join(folder, optionIn(text, 'srcDir') ?? '.').replace(/\/$/, '')
    const rootLocale = rootLanguage(text) ?? optionIn(text, 'lang') ?? 'en-US'
    return localeFolders(project, { id: 'docs', root: root === '.' ? '' : root, rootLocale })
  },
}

/**
 * Ids as VitePress makes them (`slugify` of `@mdit-vue/shared`): without accents, every sign a `-`, and `_` before a
 * digit at the beginning.
 */
export function vitepressSlug(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[\u0000-\u001F]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase()
}
