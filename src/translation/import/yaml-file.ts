/** Pages whose file is YAML: write their Markdown back into the values it came from. */
import { toString } from 'mdast-util-to-string'
import type { YamlMarkdown, YamlValue } from '../../docsets/docfx/yaml-pages/yaml-markdown.ts'
import { withValues } from '../../docsets/docfx/yaml-pages/yaml-values.ts'
import { type Block, type BlockPage, isInCode } from '../blocks/block.ts'
import { wordsByKey } from '../blocks/keyed-texts.ts'
import type { BlockPair } from '../state/state.ts'
import type { Insertion } from './insert-blocks.ts'

/**
 * The new text of a page’s file; undefined if YAML cannot hold exactly the new values, or if the page is not YAML.
 *
 * @param after - The page with the same blocks in the same order, and new texts in some of them.
 * @param file - The file of keyed texts as it has become, where another language of it was written.
 */
export function yamlFileText(
  before: BlockPage,
  after: BlockPage,
  file?: string,
): string | undefined {
  const { yaml } = before
  if (!yaml || before.blocks.length !== after.blocks.length) return undefined
  if (yaml.write) return yaml.write(wordsByKey(after.blocks), file)
  const values = new Map<number, string>()
  for (const text of yaml.texts) {
    const changed = before.blocks.flatMap((block, index) => {
      const now = after.blocks[index]
      const isOwn = isIn(text, block) && !isInCode(block)
      return isOwn && now && now.source !== block.source ? [{ block, now }] : []
    })
    if (changed.length > 0) values.set(text.offset, valueOf(text, before.text, changed))
  }
  return withValues(yaml.file, values)
}

interface Change {
  block: Block
  now: Block
}

/** The new text of a value. */
function valueOf(text: YamlValue, markdown: string, changed: readonly Change[]): string {
  const { form, mark, indent, start, end } = text
  const [first] = changed
  if (first && (form === 'words' || form === 'quoted')) return wordsOf(first.now)
  let lines = markdown.slice(start, end)
  for (const { block, now } of changed.toReversed()) {
    lines = lines.slice(0, block.start - start) + now.source + lines.slice(block.end - start)
  }
  return lines
    .split('\n')
    .map((line, index) => withoutMark(line, index === 0 ? mark : indent))
    .join('\n')
}

/** Words on one line; spaces that do not break stay what they are. */
function wordsOf({ inline }: Block): string {
  const words = toString(inline, { includeHtml: false, includeImageAlt: false })
  return words.replace(/[ \t\r\n]+/g, ' ').trim()
}

/** Remove what a line has in Markdown only: a bullet and a sign, which a translator may have dropped. */
function withoutMark(line: string, mark: string): string {
  if (line.startsWith(mark)) return line.slice(mark.length)
  return line.slice(/^(?:- )?/.exec(mark)?.[0].length)
}

function isIn({ start, end }: YamlValue, block: Block): boolean {
  return start <= block.start && block.end <= end
}

/** Whether an insertion goes into an existing value: new YAML nodes are not written. */
export function fitsIntoValue(
  { blocks, offset }: Insertion,
  { source, target, pairs }: { source: BlockPage; target: BlockPage; pairs: readonly BlockPair[] },
): boolean {
  if (!source.yaml || !target.yaml || target.yaml.write) return true
  const from = source.yaml.texts.find((text) => blocks.every((block) => isIn(text, block)))
  const to = valueAround(target.yaml, offset)
  if (from?.form !== 'markdown' || !to) return false
  return pairs.some(
    (pair) => pair.source && pair.target && isIn(from, pair.source) && isIn(to, pair.target),
  )
}

function valueAround({ texts }: YamlMarkdown, offset: number): YamlValue | undefined {
  return texts.find(
    ({ form, start, end }) => form === 'markdown' && start <= offset && offset <= end,
  )
}

/**
 * The values with their offsets after insertions.
 *
 * @param text - The Markdown after the insertions.
 */
export function yamlWithInsertions(
  yaml: YamlMarkdown,
  insertions: readonly Insertion[],
  text: string,
): YamlMarkdown {
  if (yaml.write) return yaml
  const lineOf = (offset: number) => yaml.markdown.slice(0, offset).split('\n').length - 1
  const starts = [0]
  for (const line of text.split('\n')) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  const texts = yaml.texts.map((value): YamlValue => {
    const isBefore = ({ offset }: Insertion) => offset < value.start
    const isInside = ({ offset }: Insertion) => valueAround(yaml, offset) === value
    const above = linesIn(insertions.filter((item) => !isInside(item) && isBefore(item)))
    const inside = linesIn(insertions.filter(isInside))
    const from = lineOf(value.start) + above
    const to = lineOf(value.end) + above + inside
    return { ...value, start: starts[from] ?? 0, end: (starts[to + 1] ?? 0) - 1 }
  })
  return { ...yaml, texts }
}

function linesIn(insertions: readonly Insertion[]): number {
  return insertions.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)
}
