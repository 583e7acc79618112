/** Write values into YAML: quotes, block scalars, comments and everything else as they were. */
import { CST, Parser, isScalar, stringify, visit } from 'yaml'
import { parseYaml } from '../../yaml.ts'

/**
 * A file with other words; line ends at the end of a value stay.
 *
 * @param words - By the offset of their scalars.
 * @returns Undefined where YAML would not read exactly these values.
 */
export function withValues(file: string, words: ReadonlyMap<number, string>): string | undefined {
  const scalars = valuesIn(file)
  const values = new Map(
    scalars.flatMap(({ offset, value }) => {
      const [end = ''] = /\n*$/.exec(String(value)) ?? []
      const own = words.get(offset)
      return own === undefined ? [] : [[offset, own.replace(/\n+$/, '') + end]]
    }),
  )
  const wanted = scalars.map(({ offset, value }) => values.get(offset) ?? value)
  const tokens = [...new Parser().parse(file)]
  for (const token of tokens) {
    if (token.type === 'document') {
      CST.visit(token, (item, path) => {
        const inFlow = path.length > 0 && isFlow(CST.visit.parentCollection(token, path))
        setItem(item, values, inFlow)
      })
    }
  }
  const typed = tokens.map((token) => CST.stringify(token)).join('')
  const text = file.includes('\r\n') ? typed.replace(/\r?\n/g, '\r\n') : typed
  const is = valuesIn(text).map(({ value }) => value)
  return is.length === wanted.length && is.every((value, index) => value === wanted[index])
    ? text
    : undefined
}

function isFlow({ type }: CST.Token): boolean {
  return type === 'flow-collection'
}

function setItem(
  { key, value: token }: CST.CollectionItem,
  values: ReadonlyMap<number, string>,
  inFlow: boolean,
) {
  const value = token && values.get(token.offset)
  if (!token || value === undefined) return
  if (token.type === 'block-scalar') setBlock(token, value)
  else if (token.type === 'double-quoted-scalar' || !isPlain(token, value, inFlow)) {
    // JSON is YAML, on one line wherever it stands.
    Object.assign(token, { type: 'double-quoted-scalar', source: JSON.stringify(value) })
  } else CST.setScalarValue(token, value, { afterKey: Boolean(key), inFlow })
}

/** `12` and `null` are words here, whatever YAML makes of them without quotes. */
function isPlain({ type }: CST.Token, value: string, inFlow: boolean): boolean {
  if (type === 'single-quoted-scalar') return !value.includes('\n')
  const isWords = stringify(value, { blockQuote: false, lineWidth: 0 }).trimEnd() === value
  return isWords && !(inFlow && /[,[\]{}]/.test(value))
}

/** Lines of `|` stay as far from the edge as they were. */
function setBlock(token: CST.BlockScalar, value: string): void {
  const header = token.props.find(({ type }) => type === 'block-scalar-header')
  const isPlain = header && 'source' in header && /^\|[-+]?$/.test(header.source)
  const [, indent] = /^(?:[ \t]*\r?\n)*( *)/.exec(token.source) ?? []
  if (!isPlain || !indent || /^\s/.test(value)) {
    // As after a key: at the edge a block would end.
    CST.setScalarValue(token, value, { afterKey: true })
    return
  }
  const [end = '\n'] = /(?:\r?\n[ \t]*)*$/.exec(token.source) ?? []
  const lines = value.replace(/\n+$/, '').split('\n')
  token.source = lines.map((line) => line && indent + line).join('\n') + end
}

/** Values that are text or can be, in the order of the file. */
function valuesIn(file: string): { offset: number; value: unknown }[] {
  const values: { offset: number; value: unknown }[] = []
  visit(parseYaml(file).document, (_, node) => {
    if (isScalar(node)) values.push({ offset: node.range?.[0] ?? 0, value: node.value })
  })
  return values
}
