/** Which sections of a page changed between two versions, as a reader would see it. */
import { toString } from 'mdast-util-to-string'
import type { Block } from '../translation/blocks/block.ts'

/** A section of a page: a step, or the content under a heading. */
export interface ChangedSection {
  /** Id of the step or heading; undefined for the text before the first one. */
  id: string | undefined
  /** Text of the heading, or the bold start of the step; empty without an id. */
  title: string
}

/**
 * The sections whose text differs, in the order of the page; none if every word is the same.
 *
 * Emphasis, punctuation, capitals, link addresses and the order of blocks do not count. A section that was removed
 * counts for the text before the first heading, which is always there to link to.
 */
export function changedSections(
  before: readonly Block[],
  after: readonly Block[],
): ChangedSection[] {
  const sections = new Map(withSections(after).map(([, section]) => [section.id, section]))
  const added = unmatched(after, before).map(({ id }) => id)
  const removed = unmatched(before, after).map(({ id }) => (sections.has(id) ? id : undefined))
  const changed = new Set([...added, ...removed])
  const start: ChangedSection[] = sections.has(undefined) ? [] : [startOfPage]
  return [...start, ...sections.values()].filter(({ id }) => changed.has(id))
}

const startOfPage: ChangedSection = { id: undefined, title: '' }

/** The sections of those blocks whose text `others` does not have, or has fewer times. */
function unmatched(blocks: readonly Block[], others: readonly Block[]): ChangedSection[] {
  const counts = new Map<string, number>()
  for (const other of others) {
    const text = comparableText(other)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return withSections(blocks).flatMap(([block, section]) => {
    const text = comparableText(block)
    const count = counts.get(text) ?? 0
    counts.set(text, count - 1)
    return count > 0 ? [] : [section]
  })
}

/** Each block with the section that it belongs to. */
function withSections(blocks: readonly Block[]): [Block, ChangedSection][] {
  let section = startOfPage
  return blocks.map((block) => {
    if (block.id !== undefined && block.kind !== 'meta')
      section = { id: block.id, title: sectionTitle(block) }
    return [block, section]
  })
}

/** The `title` of a page’s front matter; empty if it has none. */
export function titleOf(blocks: readonly Block[]): string {
  return blocks.find(({ kind, place }) => kind === 'meta' && place.key === 'title')?.text ?? ''
}

function sectionTitle({ kind, inline, text }: Block): string {
  const [first] = inline
  const title = kind === 'paragraph' && first?.type === 'strong' ? toString(first) : text
  return title.replace(/[\s.:;,]+$/u, '')
}

/** Letters and digits only: the hashes of blocks also differ where only markup does, which nobody reads. */
function comparableText({ text }: Block): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
