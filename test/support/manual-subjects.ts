/** All that the manual has to explain, from where the program has it. */
import { z } from 'zod'
import { alertKinds } from '#plugins/alerts.ts'
import { directiveNames } from '#plugins/guide/index.ts'
import { loadCommands } from '#src/cli/run.ts'
import { componentNames } from '#src/config/components.ts'
import { siteConfig } from '#src/config/site-config.ts'
import { guideComponentNames } from '#src/config/components.ts'
import type { ManualSubjects } from './manual-rules.ts'

type JsonSchema = z.core.JSONSchema.JSONSchema

export async function manualSubjects(): Promise<ManualSubjects> {
  const commands = await loadCommands()
  return {
    options: optionPaths(z.toJSONSchema(siteConfig, { io: 'input', unrepresentable: 'any' })),
    commands: new Map(commands.map(([name, { usage }]) => [name, usage])),
    syntax: [
      ...directiveNames,
      ...alertKinds.map((kind) => `[!${kind.toUpperCase()}]`),
      ...[...guideComponentNames].map((name) => `<${name}`),
    ],
    components: componentNames,
  }
}

/** The path of each option, those of the objects in a list included: `docsets.toc`. */
export function optionPaths(whole: JsonSchema): string[] {
  const paths = new Set<string>()
  visit(whole, '', [])
  return [...paths]

  function visit(schema: unknown, path: string, around: readonly string[]): void {
    if (typeof schema !== 'object' || schema === null) return
    const { $ref = '', anyOf = [], items, properties = {} } = schema as JsonSchema
    const [, name = ''] = /^#\/\$defs\/(.+)$/.exec($ref) ?? []
    // Pages of a table of contents have pages under them.
    if (name && !around.includes(name)) visit(whole.$defs?.[name], path, [...around, name])
    for (const form of anyOf) visit(form, path, around)
    visit(items, path, around)
    for (const [key, value] of Object.entries(properties)) {
      const inner = path ? `${path}.${key}` : key
      paths.add(inner)
      visit(value, inner, around)
    }
  }
}
