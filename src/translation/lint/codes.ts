/** Code, expressions, footnotes and HTML that differ from the source. */
import type { Code, Nodes, PhrasingContent, Root } from 'mdast'
import { visit } from '#plugins/visit.ts'
import { defineProblems } from '#plugins/problems.ts'
import { type LintContext, type PageRule, type PairRule, findingAt } from './context.ts'
import type { Finding } from './finding.ts'
import { unmatched } from './multiset-difference.ts'

const problem = defineProblems('translation', {
  'l10n-code': (matches: readonly string[], expected: readonly string[]) => ({
    severity: 'warning',
    reason: expected.length
      ? `${matches.length ? `The code here is ${list(matches)}` : 'Code is missing'}. Write ${list(expected)} as in the source.`
      : `The source has no code here. Delete ${list(matches)}.`,
  }),
  'l10n-code-block': (actual: string, expected: string) => ({
    severity: 'warning',
    reason: `The code here is \`${actual}\`. Write \`${expected}\` as in the source.`,
    note: 'Comments and text in quotes may be translated; the rest is the same in every language.',
  }),
  'l10n-code-blocks': (actual: number, expected: number) => ({
    severity: 'warning',
    reason: `Translation has ${actual} code ${actual === 1 ? 'block' : 'blocks'}, the source has ${expected}. Make them the same.`,
  }),
})

function list(values: readonly string[]): string {
  return values
    .map((value) => (value.includes('`') ? `\`\` ${value} \`\`` : `\`${value}\``))
    .join(', ')
}

interface Piece {
  value: string
  start: number
  end: number
}

export const codes: PairRule = ({ context, source, target }) => {
  if (!source) return []
  const [matches, expected] = [target, source].map(({ inline }) => pieces(inline))
  const [extra, missing] = unmatched(matches ?? [], expected ?? [], ({ value }) => value)
  if (extra.length + missing.length === 0) return []
  const place = extra[0] ?? target
  const finding = problem('l10n-code', valuesOf(extra), valuesOf(missing))
  return [findingAt(context, finding, [place.start, place.end], target.hash)]
}

function pieces(inline: readonly PhrasingContent[]): Piece[] {
  const results: Piece[] = []
  visit({ type: 'root', children: [...inline] } as Nodes, (node) => {
    const value = valueOf(node)
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    if (value && start !== undefined && end !== undefined) results.push({ value, start, end })
  })
  return results
}

function valueOf(node: Nodes): string | undefined {
  if (node.type === 'inlineCode') return node.value.replace(/\s+/g, ' ').trim()
  if (node.type === 'mdxTextExpression') return `{${node.value}}`
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`
  if (node.type !== 'html') return undefined
  // A line break is the translator’s; words of another language are marked where they are.
  const [, name = ''] = /^<([a-z][a-z\d]*)/i.exec(node.value) ?? []
  return /^(?:br|span|a)?$/i.test(name) ? undefined : `<${name.toLowerCase()}>`
}

/** Languages of blocks that people, not machines, read. */
const prose = /^(?:|te?xt|plain|output|console|markdown|mdx?|html|mermaid)$/i

/** Blocks of code page by page: pairs of blocks know nothing of them. */
export const codeBlocks: PageRule = (pairs, context) => {
  const [matches = [], expected = []] = [context.trees.target, context.trees.source].map(blocksOf)
  const isWhole = pairs.every(({ state }) => !['missing', 'extra', 'stale'].includes(state))
  if (matches.length !== expected.length) {
    const [first] = pairs.flatMap(({ target }) => target ?? [])
    if (!isWhole || !first) return []
    const end = matches.at(-1)?.position ?? { start: { offset: 0 }, end: { offset: 0 } }
    const place = [end.start.offset ?? 0, end.end.offset ?? 0] as const
    const finding = problem('l10n-code-blocks', matches.length, expected.length)
    return [findingAt(context, finding, place, first.hash)]
  }
  return matches.flatMap((block, index) =>
    differing(block, expected[index], pairs[0]?.target?.hash ?? '', context),
  )
}

function differing(
  match: Code,
  expected: Code | undefined,
  hash: string,
  context: LintContext,
): Finding[] {
  if (!expected || prose.test(match.lang ?? '') || match.lang !== expected.lang) return []
  const own = match.value.split('\n')
  const other = expected.value.split('\n')
  const position = own.findIndex((line, index) => essence(line) !== essence(other[index] ?? ''))
  const index = position < 0 && other.length > own.length ? own.length : position
  if (index < 0 || match.position?.start.offset === undefined) return []
  const start = lineStart(context.target.text, match.position.start.offset, index + 1)
  const line = own[index] ?? ''
  const from = context.target.text.indexOf(line.trim(), start)
  const place = [from, from + line.trim().length] as const
  const finding = problem('l10n-code-block', line.trim(), (other[index] ?? '').trim())
  return [findingAt(context, finding, place, hash)]
}

/** A line without its comment and without the words in its quotes. */
function essence(line: string): string {
  return line
    .replace(/(["'])(?:\\.|(?!\1).)*\1/g, '$1$1')
    .replace(/(?:^|\s)(?:#|\/\/|--|;|REM\b).*$/, '')
    .replace(/\/\*.*?\*\/|<!--.*?-->/g, '')
    .replace(/<[^<>]*>/g, '<>')
    .trim()
}

function lineStart(text: string, from: number, lines: number): number {
  let index = from
  for (let line = 0; line < lines; line++) index = text.indexOf('\n', index) + 1
  return index
}

function blocksOf(tree: Root): Code[] {
  const results: Code[] = []
  visit(tree, 'code', (node) => void results.push(node))
  return results
}

function valuesOf(matches: readonly Piece[]): string[] {
  return matches.map(({ value }) => value)
}
