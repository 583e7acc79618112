/**
 * The configuration of a folder: `.openpublishing.publish.config.json` and `docfx.json`.
 *
 * Sources of the rules: docfx `docs/docs/config.md` and `docs/designs/conceptual-localization.md`.
 */
import { posix } from 'node:path'
import { type Node, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { VFileMessage } from 'vfile-message'
import { z } from 'zod'
import { append } from '#plugins/large-arrays.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { decode } from '../decode.ts'
import { linkProblems } from '../symlinks.ts'
import type { FileSystem } from '../file-system.ts'
import { beyondJsonLimits } from '../json.ts'
import { pointAt, pointsIn } from '../source-position.ts'
import { surrogateProblem, wellFormed } from '../well-formed.ts'
import { fileSets } from './file-sets.ts'
import { markdigProperties } from './markdig-extensions.ts'

const problem = defineProblems('configuration', {
  'config-missing': (name: string) => ({
    severity: 'error',
    reason: `Folder has no \`${name}\`, so it is no docset of docfx. Name the folder that has one.`,
  }),
  'config-json': (actual: string) => ({
    severity: 'error',
    reason: `This is not JSON: ${actual}. Correct it.`,
  }),
  'config-shape': (path: string, expected: string) => ({
    severity: 'error',
    reason: `Value at \`${path}\` cannot be used: ${expected}`,
  }),
})

/** A field whose default also stands for null. */
const orDefault = <T>(schema: z.ZodType<T>, value: NoInfer<T>) =>
  schema.nullish().transform((typed) => typed ?? value)

const metadata = orDefault(z.record(z.string(), z.unknown()), {})

/** A list of file names; values of other types are left out. */
const names = z.preprocess(
  (value) => [value].flat().filter((item) => typeof item === 'string'),
  z.array(z.string()),
)

const build = z.object({
  content: fileSets,
  resource: fileSets,
  globalMetadata: metadata,
  fileMetadata: orDefault(z.record(z.string(), metadata), {}),
  dest: z.string().nullish(),
  xref: names,
  monikerDefinition: names,
  monikerPath: names,
  fallback: names,
  markdownEngineProperties: markdigProperties,
})

/** Merge the three keys that may name folders of fallbacks. */
const namedFallbacks = z.object({
  fallback: names,
  build: z.looseObject({
    fallback: names,
    markdownEngineProperties: z.object({ fallbackFolders: names }).nullish().catch(null),
  }),
})

/** Merge them into one; values of other types are left to the schema. */
function withFallbacks(value: unknown): unknown {
  const { data } = namedFallbacks.safeParse(value)
  if (!data) return value
  const { fallback, markdownEngineProperties: engine } = data.build
  const all = [...fallback, ...data.fallback, ...(engine?.fallbackFolders ?? [])]
  const { build: typed } = value as { build: object }
  return { build: { ...typed, fallback: all } }
}

export const docfxSchema = z.preprocess(withFallbacks, z.object({ build }))

export const publishSchema = z.object({
  docsets_to_publish: z
    .array(
      z.object({
        docset_name: z.string(),
        build_source_folder: orDefault(z.string(), '.'),
        build_output_subfolder: z.string().nullish(),
        locale: orDefault(z.string(), 'en-us'),
      }),
    )
    .min(1),
  dependent_repositories: orDefault(
    z.array(z.object({ path_to_root: z.string(), url: z.string().nullish().catch(null) })),
    [],
  ),
})

export type DocfxConfig = z.infer<typeof docfxSchema>
export type PublishConfig = z.infer<typeof publishSchema>

/** Parse and validate a configuration file; undefined, with messages, if that fails. */
export async function readConfig<T>(
  { files, nameOf }: { files: FileSystem; nameOf: (absolute: string) => string },
  messages: VFileMessage[],
  path: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const bytes = await files.read(path)
  if (!bytes) {
    const refused = await linkProblems(files, path, nameOf)
    const missing = problem('config-missing', posix.basename(path))
    append(messages, refused.length ? refused : [problemAt(nameOf(posix.dirname(path)), missing)])
    return undefined
  }
  const name = nameOf(path)
  const { text, message } = decode(bytes, name)
  const { value, messages: problems } = readJson(text, name, schema)
  append(messages, [...(message ? [message] : []), ...problems])
  return value
}

/** Parse JSON with comments; every syntax error and every invalid value is reported with its position. */
export function readJson<T>(
  text: string,
  path: string,
  schema: z.ZodType<T>,
): { value?: T; messages: VFileMessage[] } {
  const limit = beyondJsonLimits(text)
  if (limit) {
    const { message, offset } = limit
    return { messages: [problemAt(path, problem('config-json', message), pointAt(text, offset))] }
  }
  const errors: ParseError[] = []
  const json: unknown = parse(text, errors, { allowTrailingComma: true })
  const placeOf = pointsIn(text)
  if (errors.length) {
    return {
      messages: errors.map(({ error, offset }) =>
        problemAt(path, problem('config-json', printParseErrorCode(error)), placeOf(offset)),
      ),
    }
  }
  const broken = stringsIn(parseTree(text, [], { allowTrailingComma: true })).flatMap(
    ({ value, offset }) => surrogateProblem(String(value), path, placeOf(offset)) ?? [],
  )
  const result = schema.safeParse(broken.length ? wellFormed(json) : json)
  if (result.success) return { value: result.data, messages: broken }
  return {
    messages: result.error.issues.map((issue) =>
      problemAt(path, problem('config-shape', issue.path.join('.'), issue.message), {
        line: 1,
        column: 1,
      }),
    ),
  }
}

/** Keys and values. */
function stringsIn(node: Node | undefined): Node[] {
  if (!node) return []
  return node.type === 'string' ? [node] : (node.children ?? []).flatMap(stringsIn)
}

/** The language of the repository that this one translates (`_repo.en-us`). */
export function translatedLocale({ dependent_repositories }: PublishConfig): string | undefined {
  return dependent_repositories
    .map(({ path_to_root }) => canonical(/^_repo\.(.+)$/.exec(path_to_root)?.[1] ?? ''))
    .find((tag) => tag !== undefined)
}

/** A language tag in its usual case; undefined if it is not a language. */
export function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
