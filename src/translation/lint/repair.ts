/** Repair a page by the fixes of its findings, and say which of its blocks get new hashes. */
import type { BlockPage } from '../blocks/block.ts'
import { readBlocks } from '../blocks/read-blocks.ts'
import { yamlFileText } from '../import/yaml-file.ts'
import type { Finding } from './finding.ts'
import { applyFixes } from './fixes.ts'

export interface Repaired {
  /** The file’s new text. */
  text: string
  /** How many places were repaired. */
  count: number
  /** Hashes of blocks before and after, where they differ: the lock and `ignore.csv` know them by hash. */
  renamed: ReadonlyMap<string, string>
}

/**
 * @param findings - Those of this page; only those with a fix count.
 * @param file - The page’s file as it has become, where other pages of it were repaired.
 */
export function repairPage(page: BlockPage, findings: readonly Finding[], file?: string): Repaired {
  const { dialect } = page
  const fixes = findings.flatMap(({ fix }) => fix ?? [])
  const { text, applied } = applyFixes(page.text, fixes, dialect)
  const renamed = new Map<string, string>()
  if (applied.length === 0) return { text, count: 0, renamed }
  // The tree is the same, so the blocks are as many, in the same order.
  const [before, after] = [page.text, text].map((value) =>
    readBlocks({ ...page, text: value, dialect }),
  )
  for (const [index, { hash }] of (before?.blocks ?? []).entries()) {
    const now = after?.blocks[index]?.hash
    if (now && now !== hash) renamed.set(hash, now)
  }
  if (!page.yaml) return { text, count: applied.length, renamed }
  const yaml = after && yamlFileText(page, after, file)
  return yaml === undefined
    ? { text: page.yaml.file, count: 0, renamed: new Map() }
    : { text: yaml, count: applied.length, renamed }
}
