/** What translations are looked at in. */
import type { DocsetSources } from './find-site.ts'
import type { TreeSources } from './trees/tree.ts'

/** A docset of ours, or a tree of another generator. */
export type TranslatedDocset = DocsetSources | TreeSources
