/** Every rule of the program, read from its tables: nothing has to run, and no list is kept by hand. */
import { readFileSync, readdirSync } from 'node:fs'
import ts from 'typescript'
import { fileURLToPath } from 'node:url'

export interface Rule {
  id: string
  /** Its page of the manual is `rules-<area>`. */
  area: string
  /** Of the messages that its row has as text; empty where another function makes them. */
  severities: readonly string[]
  /** The file of its table. */
  file: string
}

const project = fileURLToPath(new URL('../../', import.meta.url))

/** The rows of all `defineProblems` tables in `plugins/` and `src/`; a rule may have more than one. */
export function readRules(): Rule[] {
  const files = ['plugins', 'src'].flatMap((folder) =>
    readdirSync(project + folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path}`),
  )
  return files.toSorted().flatMap((file) => rulesIn(file, readFileSync(project + file, 'utf8')))
}

/** @throws where a table is not written so that its rules can be read from it. */
export function rulesIn(file: string, text: string): Rule[] {
  if (!text.includes('defineProblems(')) return []
  const rules: Rule[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'defineProblems')
      rules.push(...rowsOf(file, node))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return rules
}

function rowsOf(file: string, { arguments: [area, table] }: ts.CallExpression): Rule[] {
  if (!area || !ts.isStringLiteral(area) || !table || !ts.isObjectLiteralExpression(table))
    throw new Error(`${file}: write the area and the table of defineProblems as they are`)
  return table.properties.map((row) => {
    if (!row.name || !ts.isStringLiteral(row.name))
      throw new Error(`${file}: write the id of every rule between quotes`)
    const words = row.getText().matchAll(/'(error|warning)'/g)
    const severities = [...new Set([...words].map(([, word = '']) => word))].toSorted()
    return { id: row.name.text, area: area.text, severities, file }
  })
}
