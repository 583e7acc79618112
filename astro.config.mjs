import { unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { bundledName } from '#src/astro/bundled-name.ts'
import { guideFrontMatter } from '#src/astro/guide-front-matter.ts'
import { siteModule } from '#src/astro/site-module.ts'
import { translationsModule } from '#src/astro/translations-module.ts'
import { diskWithin } from '#src/node-file-system.ts'
import { aliasOptions } from '#src/docsets/guides/aliases.ts'
import { astroGuidePlugins } from '#src/docsets/guides/plugins.ts'
import { getBuildContext } from '#src/docsets/build-context.ts'
import { findOwnSite } from '#src/docsets/find-own-site.ts'
import { readOwnSite } from '#src/docsets/own-site.ts'
import { applyLedger } from '#src/permalinks/apply.ts'
import { withStates } from '#src/translation/site/with-states.ts'

const root = import.meta.dirname
const files = diskWithin([`${root}/content`])
const { sources, read } = getBuildContext() ?? (await ownSite())
const { site } = read
const frontMatter = guideFrontMatter()
const guidePlugins = astroGuidePlugins(
  sources.context,
  aliasOptions(read.documents),
  frontMatter.data,
)

/** In development pages come and go. */
const openTexts = async () =>
  getBuildContext()?.sources ?? findOwnSite(root, files, {}, { textOnly: true })

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  // A file of styles is kept by the browser from page to page.
  build: { format: 'preserve', inlineStylesheets: 'never' },
  // Quotes and dashes are the author's: smartypants would rewrite French ones too.
  markdown: {
    processor: unified({ ...guidePlugins, smartypants: false }),
    // Its colours are those of one theme, and would be style attributes, which a strict policy forbids.
    syntaxHighlight: false,
  },
  integrations: [mdx()],
  devToolbar: { enabled: false },
  vite: {
    plugins: [frontMatter.plugin, siteModule(site), translationsModule(openTexts, root)],
    build: {
      // A script in a page would need a hash of its own in the policy (`src/hosting/content-security-policy.ts`).
      assetsInlineLimit: 0,
      rollupOptions: {
        output: { sanitizeFileName: bundledName },
        onwarn(warning, warn) {
          // Astro marks MDX modules with a directive of its own and takes it off later.
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
        },
      },
    },
  },
})

async function ownSite() {
  const { sources, read } = await readOwnSite(root, files, {}, (site) => withStates(site, root))
  return { sources, read: applyLedger(read) }
}
