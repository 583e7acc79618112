/** What we use of Satteri. Its own types add nodes to those of mdast that no page of ours has (`paths` in `tsconfig.json`). */
import type { Root } from 'mdast'

interface TreeOptions {
  features?: { directive?: boolean }
}

export function markdownToMdast(text: string, options?: TreeOptions): Root
export function mdxToMdast(text: string, options?: TreeOptions): Root
