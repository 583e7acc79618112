/// <reference types="astro/client" />

declare module 'virtual:passerelle/site' {
  import type { Site } from '#src/site.ts'
  export const site: Site
}
