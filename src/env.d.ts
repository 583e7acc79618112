/// <reference types="astro/client" />

declare module 'virtual:passerelle/site' {
  export const site: import('./site.ts').Site
}
