/** Check a configuration: every problem with its place, and what to write instead. */
import type { VFileMessage } from 'vfile-message'
import { z } from 'zod'
import { nearestName } from '#plugins/nearest-name.ts'
import { type Problem, defineProblems, problemAt } from '#plugins/problems.ts'
import { type ConfigSource, configVersionProblems } from './config-version.ts'
import { findPlace } from './find-place.ts'
import { movedOptions } from './moved-options.ts'

const problem = defineProblems('configuration', {
  'site-config': (path: string, expected: string) => ({
    severity: 'error',
    reason: `The value${path && ` at \`${path}\``} cannot be used: ${expected}`,
  }),
  'site-option-unknown': (path: string, near: string | undefined, known: readonly string[]) => ({
    severity: 'error',
    reason:
      `There is no option \`${path}\`. ` +
      (near ? `Did you mean \`${near}\`?` : `Use ${known.map((key) => `\`${key}\``).join(', ')}.`),
  }),
  'site-option-moved': (path: string, instead: string) => ({
    severity: 'error',
    reason: `There is no option \`${path}\`. Use ${instead}.`,
  }),
})

/** Where in a configuration a value is. */
type Path = readonly PropertyKey[]

/** The values of a sound configuration, with all defaults; else what is wrong with it. */
export async function checkConfig<Schema extends z.ZodType>(
  schema: Schema,
  { value, name, text }: ConfigSource,
): Promise<{ values?: z.output<Schema>; messages: VFileMessage[] }> {
  const versions = await configVersionProblems({ value, name, text })
  // What a newer one means nobody knows here.
  if (versions.some(({ fatal }) => fatal)) return { messages: versions }
  const { success, data, error } = schema.safeParse(value)
  if (success) return { values: data, messages: versions }
  const found = error.issues.flatMap((issue) => problemsOf(issue, [], value, schema))
  const messages = await Promise.all(
    found.map(async ([path, match]) => problemAt(name, match, await findPlace(text, path))),
  )
  return { messages }
}

function problemsOf(
  issue: z.core.$ZodIssue,
  around: Path,
  value: unknown,
  schema: z.ZodType,
): [Path, Problem][] {
  const path = [...around, ...issue.path]
  if (issue.code === 'invalid_union') {
    const likely = likelyIssues(issue.errors, valueAt(value, path))
    if (likely) return likely.flatMap((inner) => problemsOf(inner, path, value, schema))
  }
  if (issue.code !== 'unrecognized_keys')
    return [[path, problem('site-config', path.join('.'), issue.message)]]
  return issue.keys.map((key) => [[...path, key], unknownOption(path, key, schema)])
}

/** What is wrong by the form that a value most likely is meant to have: the one of its kind. */
function likelyIssues(
  forms: readonly (readonly z.core.$ZodIssue[])[],
  value: unknown,
): readonly z.core.$ZodIssue[] | undefined {
  const isOther = ({ code, path }: z.core.$ZodIssue) =>
    path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')
  const fitting = forms.filter((issues) => !issues.some(isOther))
  // A list of things that are not of its kind says nothing.
  return value === undefined || fitting.length !== 1 ? undefined : fitting[0]
}

function unknownOption(path: Path, key: string, schema: z.ZodType): Problem {
  const whole = [...path, key].join('.')
  const plain = [...path.map((part) => (typeof part === 'number' ? '*' : part)), key].join('.')
  const instead = Object.hasOwn(movedOptions, plain) ? movedOptions[plain] : undefined
  if (instead) return problem('site-option-moved', whole, instead)
  const known = optionsAt(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), path)
  return problem('site-option-unknown', whole, nearestName(key, known), known)
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  )
}

type JsonSchema = z.core.JSONSchema.JSONSchema

/** Names of the options that there are at a place. */
export function optionsAt(schema: JsonSchema, path: Path): string[] {
  const forms = path.reduce<JsonSchema[]>(
    (all, key) => all.flatMap((form) => formsOf(stepInto(form, key), schema)),
    formsOf(schema, schema),
  )
  return [...new Set(forms.flatMap(({ properties = {} }) => Object.keys(properties)))]
}

function stepInto({ items, properties }: JsonSchema, key: PropertyKey): unknown {
  return typeof key === 'number' ? items : properties?.[String(key)]
}

/** The shapes that a schema allows. */
function formsOf(schema: unknown, whole: JsonSchema): JsonSchema[] {
  if (typeof schema !== 'object' || schema === null) return []
  const form = schema as JsonSchema
  const [, name = ''] = /^#\/\$defs\/(.+)$/.exec(form.$ref ?? '') ?? []
  if (name) return formsOf(whole.$defs?.[name], whole)
  return form.anyOf ? form.anyOf.flatMap((inner) => formsOf(inner, whole)) : [form]
}
