/** Find the guides of `content/docs/<locale>/<docset>/`. */
import type { VFileMessage } from 'vfile-message'
import type { z } from 'zod'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { type Docset, type DocsetNames, pageFile } from '../docset.ts'
import { isSource } from '../file-kinds.ts'
import { linkProblems, linkTargets } from '../file-links.ts'
import type { FileSystem } from '../file-system.ts'
import { placeOf } from '../place.ts'
import type { TocPage, siteConfig } from './config.ts'

export interface GuideDocset extends Docset {
  names: DocsetNames
  toc: readonly TocPage[]
  config: GuideConfig
}

const problem = defineProblems({
  'locale-unknown': (locale: string, known: readonly string[]) => ({
    severity: 'error',
    reason: `Unexpected locale \`${locale}\`, expected one of the site’s: ${list(known)}`,
    note: 'Locales are named in content/site.config.ts.',
  }),
  'docset-unknown': (docset: string, known: readonly string[]) => ({
    severity: 'error',
    reason: `Unexpected docset \`${docset}\`, expected one of the site’s: ${list(known)}`,
    note: 'Docsets are named in content/site.config.ts.',
  }),
  'docset-empty': (docset: string, folder: string) => ({
    severity: 'error',
    reason: `Unexpected docset \`${docset}\` without a page, expected .mdx files in \`${folder}\``,
  }),
  'guide-extension': (extension: string) => ({
    severity: 'warning',
    reason: `Unexpected \`${extension}\`, expected \`.mdx\`: this file is no page of the site`,
  }),
})

/** The site's configuration: what it says, and its text for places in messages. */
export interface GuideConfig {
  values: z.output<typeof siteConfig>
  name: string
  text: string
}

/** The guides in `folder`, as the configuration names them; a folder that it does not know is reported. */
export async function findGuides(
  given: GuideConfig,
  folder: string,
  { files, nameOf }: { files: FileSystem; nameOf: (absolute: string) => string },
): Promise<{ docsets: GuideDocset[]; messages: VFileMessage[] }> {
  const { values: config, name: configName, text: configText } = given
  const listed = await files.list(folder)
  const ids = config.docsets.map(({ id }) => id)
  const targetOf = await linkTargets(files, folder)
  const messages = [...unknownFolders(), ...(await linkProblems(files, folder, nameOf))]
  const docsets = config.docsets.map(({ id, source, toc, ...named }) => {
    const locales = [source, ...config.locales.filter((locale) => locale !== source)]
    const editions = locales.map((locale) => {
      const prefix = `${locale}/${id}/`
      const inside = listed
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length))
      const root = `${folder}/${prefix.slice(0, -1)}`
      const isPage = (path: string) => path.endsWith('.mdx')
      for (const path of inside) {
        const [extension] = /\.(?:md|markdown|mdx)$/i.exec(path) ?? []
        if (!extension || isPage(path)) continue
        messages.push(problemAt(nameOf(`${root}/${path}`), problem('guide-extension', extension)))
      }
      const resources = inside.filter((path) => !isPage(path))
      // Markdown in another extension is a page that somebody forgot, not a download.
      const isFile = (path: string) => !isSource(path) && !/\.(?:mdx?|markdown)$/i.test(path)
      const published = resources.filter(
        (path) => isFile(path) && isFile(targetOf(`${prefix}${path}`)),
      )
      return {
        locale,
        root,
        pages: inside.filter(isPage).map((path) => pageFile(root, path)),
        resources,
        published: new Set(published),
      }
    })
    if (editions.every(({ pages }) => pages.length === 0)) {
      const empty = problem('docset-empty', id, nameOf(editions[0]?.root ?? folder))
      messages.push(problemAt(configName, empty, placeOf(configText, id)))
    }
    const { phases, alongside, parties, services, tasks } = named
    const names = { phases, alongside, parties, services, tasks }
    return {
      id,
      dialect: 'guide' as const,
      sourceLocale: source,
      toc,
      editions,
      names,
      config: given,
    }
  })
  return { docsets, messages }

  function* unknownFolders() {
    const seen = new Set<string>()
    for (const path of listed) {
      const [locale = '', docset = '', ...rest] = path.split('/')
      const name = nameOf(`${folder}/${path}`)
      const isKnown = config.locales.includes(locale)
      const key = isKnown ? `${locale}/${docset}` : locale
      if (seen.has(key) || !docset) continue
      seen.add(key)
      if (!isKnown) yield problemAt(name, problem('locale-unknown', locale, config.locales))
      else if (rest.length && !ids.includes(docset))
        yield problemAt(name, problem('docset-unknown', docset, ids))
    }
  }
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}
