import { unified } from '@astrojs/markdown-remark'
import { defineConfig } from 'astro/config'
import { guidePreset } from 'passerelle/plugins/guide'

const preset = guidePreset()

export default defineConfig({
  markdown: {
    processor: unified({
      ...preset,
      rehypePlugins: [...preset.rehypePlugins, rehypePrintProblems],
    }),
  },
})

/** Astro prints no problems of Markdown by itself. */
function rehypePrintProblems() {
  return (_tree, file) => {
    for (const { line, column, ruleId, reason } of file.messages)
      console.warn(`${file.path}:${line}:${column} ${ruleId} ${reason}`)
  }
}
