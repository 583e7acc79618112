/** Where the text of the configuration says something. */
import type { Position } from 'unist'

/** A node of a syntax tree (ESTree), as far as it is looked at. */
interface SyntaxNode {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/**
 * The place of a value, or of the key that names it, in a module that exports a configuration.
 *
 * The configuration is a program: a part of it may come from elsewhere, or be computed. Then the place is that of the
 * innermost part around it that is written as it is; that of a text that cannot be parsed is its beginning.
 *
 * @param path - Of the value: `['docsets', 0, 'toc']`.
 */
export async function findPlace(text: string, path: readonly PropertyKey[]): Promise<Position> {
  const program = await parse(text)
  const root = program && exportOf(program)
  if (!program || !root) return positionOf(text, 0, 0)
  let found = [root.start, root.start]
  let value: SyntaxNode | undefined = root
  for (const key of path) {
    const inside = literalOf(value, program)
    const member = inside && memberOf(inside, key, program)
    if (!member) break
    found = [member.at.start, member.at.end]
    value = member.value
  }
  return positionOf(text, found[0] ?? 0, found[1] ?? 0)
}

/** Offset behind the `{` of the object that a configuration exports; undefined where that is no object as written. */
export async function findExport(text: string): Promise<number | undefined> {
  const program = await parse(text)
  const root = program && exportOf(program)
  // What is in the text counts in characters, as all offsets here.
  return root?.type === 'ObjectExpression' ? root.start + 1 : undefined
}

/** Loaded where something is wrong, and by whatever compiles the theme. */
async function parse(text: string): Promise<SyntaxNode | undefined> {
  const { parseAst } = await import('rolldown/parseAst')
  try {
    return parseAst(text, { lang: 'ts' }) as unknown as SyntaxNode
  } catch {
    return undefined
  }
}

function exportOf(program: SyntaxNode): SyntaxNode | undefined {
  const statement = nodesIn(program, 'body').find(({ type }) => type === 'ExportDefaultDeclaration')
  return statement && literalOf(nodeIn(statement, 'declaration'), program)
}

/** The object or list that an expression is, through `defineSite(…)`, `satisfies`, `as const` and constants. */
function literalOf(node: SyntaxNode | undefined, program: SyntaxNode): SyntaxNode | undefined {
  if (!node) return undefined
  switch (node.type) {
    case 'TSSatisfiesExpression':
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return literalOf(nodeIn(node, 'expression'), program)
    case 'CallExpression':
      return literalOf(nodesIn(node, 'arguments')[0], program)
    case 'Identifier':
      return literalOf(constantOf(node['name'], program), program)
    default:
      return node
  }
}

/** What a constant of the module is; not what refers to itself. */
function constantOf(name: unknown, program: SyntaxNode): SyntaxNode | undefined {
  const declared = nodesIn(program, 'body').flatMap((statement) => {
    const own = nodeIn(statement, 'declaration') ?? statement
    return own.type === 'VariableDeclaration' ? nodesIn(own, 'declarations') : []
  })
  const init = declared.map((item) => nodeIn(item, 'id')?.['name'] === name && nodeIn(item, 'init'))
  const match = init.find((value) => value !== undefined && value !== false)
  return match && match.type !== 'Identifier' ? match : undefined
}

/** A part of an object or list: where it is, and its value. */
function memberOf(
  node: SyntaxNode,
  key: PropertyKey,
  program: SyntaxNode,
): { at: SyntaxNode; value: SyntaxNode | undefined } | undefined {
  if (node.type === 'ArrayExpression') {
    const all = nodesIn(node, 'elements')
    // What is spread has as many elements as nobody knows here.
    const known = all.findIndex((element) => element?.type === 'SpreadElement')
    const element = known < 0 || Number(key) < known ? all[Number(key)] : undefined
    return element && { at: element, value: element }
  }
  if (node.type !== 'ObjectExpression') return undefined
  // The last one counts.
  for (const property of nodesIn(node, 'properties').toReversed()) {
    if (property.type === 'SpreadElement') {
      const spread = literalOf(nodeIn(property, 'argument'), program)
      const member = spread && memberOf(spread, key, program)
      if (member) return member
    } else if (keyOf(property) === String(key)) {
      return { at: nodeIn(property, 'key') ?? property, value: nodeIn(property, 'value') }
    }
  }
  return undefined
}

function keyOf(property: SyntaxNode): string | undefined {
  const key = nodeIn(property, 'key')
  if (!key || property['computed']) return undefined
  return String(key.type === 'Identifier' ? key['name'] : key['value'])
}

function nodeIn(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return (node[name] as SyntaxNode | null | undefined) ?? undefined
}

function nodesIn(node: SyntaxNode, name: string): SyntaxNode[] {
  return (node[name] as SyntaxNode[] | undefined) ?? []
}

function positionOf(text: string, start: number, end: number): Position {
  return { start: pointOf(text, start), end: pointOf(text, end) }
}

function pointOf(text: string, offset: number) {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
