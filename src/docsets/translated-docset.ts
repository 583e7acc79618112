/** A docset as the checks and tools of translations see it. */
import type { Docset } from './docset.ts'
import type { DocsetSources } from './find-site.ts'
import type { TreeSources } from './trees/tree.ts'

/** Texts outside pages, such as definitions of terms: files with a text for each key. */
export interface TextSources {
  kind: 'texts'
  docset: Docset
}

/** A docset of a site, a tree of another generator, or texts outside pages. */
export type TranslatedDocset = DocsetSources | TreeSources | TextSources
