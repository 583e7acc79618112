/**
 * Gives templates the state of every translation as `virtual:passerelle/translations`.
 *
 * It is counted when the first page asks for it: an author who writes in development does not wait for
 * what only the status page shows.
 */
import type { Plugin } from 'vite'
import type { SiteSources } from '../docsets/find-site.ts'
import { readTranslations } from '../translation/project/load-translations.ts'
import { siteStatus } from '../translation/site/published-status.ts'
import { teamFolder } from '../translation/project/team-files.ts'

const id = '\0virtual:passerelle/translations'

/** @param root - The project’s folder. */
export function translationsModule(open: () => Promise<SiteSources>, root: string): Plugin {
  return {
    name: 'passerelle-translations',
    resolveId: (name) => (`\0${name}` === id ? id : undefined),
    async load(asked) {
      if (asked !== id) return undefined
      const site = await open()
      const folder = site.teamFolder ?? teamFolder(site.docsets, root)
      const translations = await siteStatus(
        site,
        async () => (await readTranslations(site, { folder, root })).loaded,
      )
      return `export const translations = ${JSON.stringify(translations)}`
    },
    configureServer({ watcher, environments }) {
      watcher.on('all', (_event, path) => {
        if (!/[\\/]content[\\/](?:docs|l10n)[\\/]/.test(path)) return
        for (const { moduleGraph } of Object.values(environments)) {
          const known = moduleGraph.getModuleById(id)
          if (known) moduleGraph.invalidateModule(known)
        }
      })
    },
  }
}
