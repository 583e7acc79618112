/** What the cases show, as the tables of `plugins/docfx/README.md`. */
import { format } from 'prettier'
import { equivalences } from './equivalences.ts'
import { ignoredAttributes } from './ignored-attributes.ts'
import type { DocfxCase } from './read-cases.ts'
import { reasons } from './reasons.ts'
import type { Comparison } from './run-case.ts'

/** A case and the pages of it that are not as docfx makes them. */
export interface CaseResult {
  docfxCase: DocfxCase
  differences: readonly Comparison[]
}

const start = '<!-- docfx cases -->'
const end = '<!-- end of docfx cases -->'

/** How a case is called in the table of reasons. */
export function nameOf({ area, name }: DocfxCase): string {
  return `${area}/${name}`
}

/** Passes of each area, in the order of the areas’ names. */
export function passesByArea(results: readonly CaseResult[]): readonly [string, string][] {
  const areas = [...new Set(results.map(({ docfxCase }) => docfxCase.area))].toSorted()
  return areas.map((area) => {
    const all = results.filter(({ docfxCase }) => docfxCase.area === area)
    const passed = all.filter(({ differences }) => differences.length === 0)
    return [area, `${passed.length} of ${all.length}`]
  })
}

/** The README with new tables between its two marks. */
export async function withTables(readme: string, results: readonly CaseResult[]): Promise<string> {
  const before = readme.slice(0, readme.indexOf(start) + start.length)
  const after = readme.slice(readme.indexOf(end))
  const differing = results.filter(({ differences }) => differences.length > 0)
  const explained = [...new Set(differing.map(({ docfxCase }) => nameOf(docfxCase)))].flatMap(
    (name) => (reasons[name] ? [[`\`${name.replaceAll('`', '')}\``, reasons[name]] as const] : []),
  )
  const tables = [
    table(['area', 'as docfx'], passesByArea(results)),
    'Deliberate differences:',
    table(['case', 'why'], explained),
    'Same content, other markup:',
    table(
      ['markup', 'why'],
      equivalences.map(({ what, why }) => [what, why] as const),
    ),
    `Not compared: ${ignoredAttributes.map(({ what }) => what).join('; ')}.`,
  ]
  return format([before, ...tables, after].join('\n\n'), {
    parser: 'markdown',
    printWidth: 100,
    semi: false,
    singleQuote: true,
  })
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '-'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
}

/** A case that differs, for a person: what docfx has and we do not (`-`), and the other way round (`+`). */
export function differenceText({ docfxCase, differences }: CaseResult): string {
  const pages = differences.flatMap(({ path, docfx, ours }) => [
    `  ${path}`,
    ...docfx.filter((line) => !ours.includes(line)).map((line) => `  - ${line}`),
    ...ours.filter((line) => !docfx.includes(line)).map((line) => `  + ${line}`),
  ])
  return [nameOf(docfxCase), ...pages].join('\n')
}
