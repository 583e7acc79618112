import { defineConfig } from 'astro/config'
import { bundledName } from '#src/astro/bundled-name.ts'
import { siteModule } from '#src/astro/site-module.ts'
import { translationsModule } from '#src/astro/translations-module.ts'
import { diskWithin } from '#src/node-file-system.ts'
import { getBuildContext } from '#src/docsets/build-context.ts'
import { findOwnSite } from '#src/docsets/find-own-site.ts'
import { readOwnSite } from '#src/docsets/own-site.ts'
import { applyLedger } from '#src/permalinks/apply.ts'
import { withStates } from '#src/translation/site/with-states.ts'

const root = import.meta.dirname
const files = diskWithin([`${root}/content`])
const { site } = getBuildContext()?.read ?? (await ownSite())

/** In development pages come and go. */
const openTexts = async () =>
  getBuildContext()?.sources ?? findOwnSite(root, files, {}, { textOnly: true })

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  // A file of styles is kept by the browser from page to page.
  build: { format: 'preserve', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    plugins: [siteModule(site), translationsModule(openTexts, root)],
    build: {
      // A script in a page would need a hash of its own in the policy (`src/hosting/content-security-policy.ts`).
      assetsInlineLimit: 0,
      rollupOptions: {
        output: { sanitizeFileName: bundledName },
      },
    },
  },
})

async function ownSite() {
  const { read } = await readOwnSite(root, files, {}, (site) => withStates(site, root))
  return applyLedger(read)
}
