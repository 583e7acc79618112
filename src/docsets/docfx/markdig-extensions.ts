/** Read which Markdig extensions `docfx.json` enables, and which of them are supported. */
import { z } from 'zod'
import type { VFileMessage } from 'vfile-message'
import type { EmphasisExtra, MarkdigOptions } from '#plugins/docfx/markdig.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { decode } from '../decode.ts'
import type { FileSystem } from '../file-system.ts'
import { pointAt } from '../source-position.ts'

const problem = defineProblems('configuration', {
  'config-extension': (name: string) => ({
    severity: 'warning',
    reason: `Extension \`${name}\` of Markdig is not read, so what pages write for it is shown as typed. Write it in plain Markdown, and take the extension out.`,
  }),
})

/** An extension as it is typed: a name, or an object with the name and its options. */
interface Extension {
  /** In lower case, as docfx compares it. */
  name: string
  options: unknown
}

/** Options of the parser, and the names of unsupported extensions. */
type MarkdigProperties = MarkdigOptions & { unread?: readonly string[] }

const optionsOf: Readonly<Record<string, (options: unknown) => MarkdigOptions>> = {
  emojis: (options) => ({ hasSmileys: !/^default$/i.test(textOf(options)) }),
  autoidentifiers: (options) => {
    const flags = textOf(options ?? 'Default').toLowerCase()
    const has = (name: string) => new RegExp(`\\b${name}\\b`).test(flags)
    return has('github') ? {} : { headingIds: { isAscii: has('default') || has('allowonlyascii') } }
  },
  emphasisextras: (options) => {
    const flags = textOf(options ?? 'Default').toLowerCase()
    const names = Object.entries(emphasisExtras).filter(
      ([flag]) => /\bdefault\b/.test(flags) || new RegExp(`\\b${flag}\\b`).test(flags),
    )
    return { emphasis: names.map(([, name]) => name) }
  },
  tasklists: () => ({ hasTasks: true }),
  pipetables: (options) => ({ hasHeaderWidth: hasHeaderWidth(options) ?? false }),
  'gfm-pipetables': (options) => ({ hasHeaderWidth: hasHeaderWidth(options) ?? options === null }),
}

/** Flags of Markdig’s `EmphasisExtraOptions`; strikethrough is on for all docsets. */
const emphasisExtras: Readonly<Record<string, EmphasisExtra>> = {
  subscript: 'sub',
  superscript: 'sup',
  inserted: 'ins',
  marked: 'mark',
}

/** Extensions without effect here: they are always enabled, or do not concern syntax. */
const always = new Set(
  'alerts autolinks common footnotes mathematics medialinks nofollowlinks noopenerlinks noreferrerlinks yaml'.split(
    ' ',
  ),
)

/** The options that the extensions in `build.markdownEngineProperties` set; the last one wins. */
export const markdigProperties = z.preprocess(propertiesOf, z.custom<MarkdigProperties>())

function propertiesOf(value: unknown): MarkdigProperties {
  const extensions = extensionsIn(value)
  const unread = extensions
    .map(({ name }) => name)
    .filter((name) => !always.has(name) && !optionsOf[name])
  const asked = extensions.map(({ name, options }) => optionsOf[name]?.(options) ?? {})
  const all = asked.reduce<MarkdigOptions>((before, next) => ({ ...before, ...next }), {})
  return { ...all, ...(unread.length > 0 && { unread }) }
}

/** A problem for each enabled extension that is not supported, at its name in the file at `path`. */
export async function unreadExtensions(
  { markdownEngineProperties: { unread = [] } }: { markdownEngineProperties: MarkdigProperties },
  path: string,
  { files, nameOf }: { files: FileSystem; nameOf: (absolute: string) => string },
): Promise<VFileMessage[]> {
  const bytes = unread.length > 0 ? await files.read(path) : undefined
  if (!bytes) return []
  const { text } = decode(bytes, nameOf(path))
  return unread.map((name) => {
    const place = text.toLowerCase().indexOf(`"${name}"`, text.indexOf('"markdigExtensions"'))
    return problemAt(
      nameOf(path),
      problem('config-extension', name),
      pointAt(text, Math.max(0, place)),
    )
  })
}

function extensionsIn(properties: unknown): Extension[] {
  const list = isObject(properties) ? properties['markdigExtensions'] : undefined
  return [list ?? []].flat().flatMap((item: unknown): Extension[] => {
    if (typeof item === 'string') return [{ name: item.toLowerCase(), options: null }]
    const [entry, ...others] = isObject(item) ? Object.entries(item) : []
    // docfx ignores objects with several names, too.
    if (!entry || others.length > 0) return []
    return [{ name: entry[0].toLowerCase(), options: entry[1] ?? null }]
  })
}

function hasHeaderWidth(options: unknown): boolean | undefined {
  if (!isObject(options)) return undefined
  const entry = Object.entries(options).find(([key]) => /^useHeaderForColumnCount$/i.test(key))
  return entry?.[1] === true
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
