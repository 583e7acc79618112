/// <reference types="astro/client" />

// Live bindings of `src/render/content.ts`.
declare module 'virtual:passerelle/site' {
  export { site, isBuild } from '#src/render/content.ts'
}

// Written by `src/render/replacements.ts` while the theme is compiled.
declare module 'virtual:passerelle/components' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js'

  export const ownFiles: readonly {
    name: string
    component: AstroComponentFactory
    /** As the author knows it: `content/components/Price.astro`. */
    file: string
  }[]
}

declare module 'virtual:passerelle/translations' {
  export { translations } from '#src/render/content.ts'
}

declare module 'virtual:passerelle/content' {
  export {
    pageContent,
    contents,
    contentsIn,
    changes,
    goLinkEntries,
    pageAt,
    pages,
    shownPages,
    searchWords,
    terms,
  } from '#src/render/content.ts'
}

// Lists of words by the name of their language; the package has no types.
declare module 'stopword'
