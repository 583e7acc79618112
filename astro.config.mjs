import { defineConfig } from 'astro/config'
import { themeConfig } from '#src/render/theme-config.ts'

// For `astro check` and for editors: a build compiles the theme by the same configuration (`src/render/build-theme.ts`).
export default defineConfig(themeConfig('/'))
