/** What translations are looked at in. */
import type { Docset } from './docset.ts'
import type { DocsetSources } from './find-site.ts'
import type { TreeSources } from './trees/tree.ts'

/** Texts that are in no page, such as the definitions of terms: files whose texts have keys. */
export interface TextSources {
  kind: 'texts'
  docset: Docset
}

/** A docset of ours, a tree of another generator, or texts beside the pages. */
export type TranslatedDocset = DocsetSources | TreeSources | TextSources
