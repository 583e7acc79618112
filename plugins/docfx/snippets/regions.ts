/**
 * Regions of a file with code, which comments open and close: `// <name>` and `// </name>` in each language’s way of
 * writing a comment, or `#region name` and `#endregion`.
 *
 * The ways are those of docfx’s CodeSnippetExtractor. It looks only for those of the file’s language; here all count,
 * so that no list of languages decides whether a region is there.
 */

/** A region by the indexes of its lines; `end` is that of the line that closes it, undefined where there is none. */
export interface Region {
  /** As it is written where it opens. */
  name: string
  start: number
  end: number | undefined
}

/** The regions of one way, by name in lower case, and the lines that open or close any of them. */
export interface Regions {
  byName: ReadonlyMap<string, Region>
  marks: ReadonlySet<number>
}

interface Way {
  opening: RegExp
  closing: RegExp
}

const way = (before: string, after = ''): Way => ({
  opening: new RegExp(String.raw`^\s*${before}\s*<\s*([\w.-]+)\s*>\s*${after}\s*$`, 'i'),
  closing: new RegExp(String.raw`^\s*${before}\s*<\s*/\s*([\w.-]+)\s*>\s*${after}\s*$`, 'i'),
})

/** In docfx’s order; the first that has a region counts. */
const ways: readonly Way[] = [
  way("'"),
  way('//'),
  way('<!--', '-->'),
  way('--'),
  way('#'),
  way('rem'),
  {
    opening:
      /^\s*(?:\/\/|--|'|<!--|\/\*)?\s*#\s*(?:pragma\s+)?region\b\s*"?([^\s"][^"]*?)?"?\s*(?:-->|\*\/)?\s*$/i,
    closing: /^\s*(?:\/\/|--|'|<!--|\/\*)?\s*#\s*(?:pragma\s+)?end\s*region\b/i,
  },
  way('%'),
  way(';'),
  way(String.raw`/\*`, String.raw`\*/`),
]

/** The regions of a file, each way for itself. */
export function regionsIn(lines: readonly string[]): readonly Regions[] {
  // Most lines are neither.
  const candidates = lines.flatMap((line, index) =>
    line.length <= 500 && /<\s*\/?\s*[\w.-]+\s*>|region/i.test(line) ? [index] : [],
  )
  return ways.map((item) => regionsOf(lines, candidates, item))
}

function regionsOf(lines: readonly string[], candidates: readonly number[], item: Way): Regions {
  const byName = new Map<string, Region>()
  const marks = new Set<number>()
  const open: string[] = []
  for (const index of candidates) {
    const line = lines[index] ?? ''
    const closing = item.closing.exec(line)
    const opening = closing ? undefined : item.opening.exec(line)
    if (closing) {
      const region = byName.get(closing[1]?.toLowerCase() ?? open.pop() ?? '')
      // Of several that close a region, the first counts.
      if (region) region.end ??= index
      marks.add(index)
    } else if (opening) {
      const name = opening[1] ?? ''
      byName.set(name.toLowerCase(), { name, start: index + 1, end: undefined })
      open.push(name.toLowerCase())
      marks.add(index)
    }
  }
  return { byName, marks }
}

/** A region by its name, which may be written without the `snippet` at its beginning. */
export function findRegion(
  all: readonly Regions[],
  typed: string,
): { region: Region; marks: ReadonlySet<number> } | undefined {
  const name = typed.toLowerCase()
  for (const { byName, marks } of all) {
    const region = byName.get(name) ?? byName.get(`snippet${name}`)
    if (region) return { region, marks }
  }
  return undefined
}

/** The names of a file’s regions. */
export function regionNames(all: readonly Regions[]): readonly string[] {
  return all.flatMap(({ byName }) => [...byName.values()].map(({ name }) => name)).filter(Boolean)
}
