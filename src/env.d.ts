/// <reference types="astro/client" />

declare module 'virtual:passerelle/site' {
  import type { Site } from '#src/site.ts'
  export const site: Site
  /** Not so in development. */
  export const isBuild: boolean
}

declare module 'virtual:passerelle/translations' {
  import type { PublishedStatus } from '#src/translation/site/published-status.ts'
  export const translations: readonly PublishedStatus[]
}
