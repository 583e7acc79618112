/**
 * Tables of GFM, looked for only where the lines allow one.
 *
 * micromark-extension-gfm-table 2.1.2 reads the first line of each paragraph as the header of a table, word by word, and
 * forgets it at the line below (micromark/micromark-extension-gfm#8 is about the time that took once). That was a tenth of
 * all memory that reading takes, where every second page has a table. The line below must be a delimiter row, whatever
 * quotes and lists they are in: no other line is tried, and the tree is the same.
 */
import type { Data } from 'unified'

type Syntax = Exclude<NonNullable<Data['micromarkExtensions']>[number], unknown[]>
type Construct = Exclude<NonNullable<NonNullable<Syntax['flow']>[string]>, unknown[]>

/** A delimiter row, in quotes and lists too; a table of one column needs no `|`. */
export const delimiterRow = /^(?=.*-)(?=.*[|:])[ \t>]*[|:-][|:\- \t]*$/m
/** What ends a table for certain, in quotes and lists too. */
const blankLine = /^[ \t>]*$/

/** The syntax without `table` on lines of a text where no table can be; it has `table` in a list of constructs. */
export function withPossibleTables(syntax: Syntax, text: string): Syntax {
  const lines = possibleLines(text)
  const flow = Object.entries(syntax.flow ?? {}).map(([code, constructs]) => [
    code,
    [constructs ?? []].flat().map((one) => (one.name === 'table' ? onLines(one, lines) : one)),
  ])
  return { ...syntax, flow: Object.fromEntries(flow) as NonNullable<Syntax['flow']> }
}

function onLines(construct: Construct, lines: ReadonlySet<number>): Construct {
  const { tokenize } = construct
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return lines.has(this.now().line) ? tokenize.call(this, effects, ok, nok) : nok
    },
  }
}

/** The line above each delimiter row, and those from there to the end of the block, by number. */
function possibleLines(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  const lines = text.split(/\r\n?|\n/)
  for (const [index, line] of lines.entries()) {
    if (!delimiterRow.test(line)) continue
    found.add(index)
    // Where a block has several such rows, its lines are found already.
    for (let at = index; at < lines.length && !found.has(at + 1); at++) {
      if (blankLine.test(lines[at] ?? '')) break
      found.add(at + 1)
    }
  }
  return found
}
