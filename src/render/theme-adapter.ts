/** Make Astro bundle the templates as a program that draws any page when asked: `theme-entry.ts`. */
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

const entry = fileURLToPath(new URL('theme-entry.ts', import.meta.url))

export function themeAdapter(): AstroIntegration {
  return {
    name: 'passerelle-theme',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'passerelle-theme',
          entrypointResolution: 'auto',
          serverEntrypoint: entry,
          supportedAstroFeatures: {
            serverOutput: 'stable',
            staticOutput: 'stable',
            sharpImageService: 'stable',
          },
        })
      },
    },
  }
}
