/**
 * Hooks of a site’s own plugins in both dialects.
 *
 * `lint` sees the tree as it was typed, before anything is rewritten. `markdown.remark` comes after all of the
 * dialect’s own plugins for Markdown; `markdown.rehype` before links, headings and ids of the HTML are looked at, so that
 * what it adds is checked as if the author had written it. A hook that throws is a problem of the page.
 */
import type { Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import { type PluggableList, type Processor, type Transformer, unified } from 'unified'
import type { Node, Point, Position } from 'unist'
import type { VFile } from 'vfile'

interface MarkdownHook {
  remark?: PluggableList | undefined
  rehype?: PluggableList | undefined
}

/** A page as `lint` sees it. */
export interface LintPage {
  /** As it was typed; not to be changed. */
  tree: Root
  text: string
  /** Of its file, in messages. */
  name: string
  /** Language of its text. */
  locale?: string
  docset?: string
}

/** What `lint` says of a page. */
export interface LintFinding {
  /** The second half of the rule’s id, `<plugin>/<rule>`. */
  rule: string
  /** What is wrong, and what to do. */
  reason: string
  /** A warning by default; errors stop a build. */
  severity?: 'error' | 'warning'
  /** Longer help. */
  note?: string
  /** The smallest part of the page that the author must edit. */
  place?: Node | Point | Position | undefined
}

export type LintHook = (
  page: LintPage,
  report: (finding: LintFinding) => void,
) => void | Promise<void>

/** What search finds: a page, whose `html` is cut at its headings, or a step or part of one, with `content`. */
export interface SearchRecord {
  /** From the site’s root, without `base`. */
  readonly url: string
  readonly docset: string
  /** In small letters, as in addresses. */
  readonly locale: string
  html?: string
  content?: string
  meta?: Record<string, string>
  filters?: Record<string, string[]>
}

/** Gives the record as it is to be indexed; undefined leaves it out. */
export type SearchHook = (record: SearchRecord) => SearchRecord | undefined

/** A unit of a translation; texts have numbered tags for their codes: `Choose <b1>Save</b1>`. */
export interface FormatUnit {
  id: string
  page: string
  state: string
  source: string
  target?: string
  /** Where it is, for people. */
  note: string
}

/** A format in which units go to translators and come back. */
export interface FormatHook {
  /** For `export --to`. */
  name: string
  /** Of its files, with the dot; `import` knows them by it. */
  extension: string
  write: (
    units: readonly FormatUnit[],
    translation: { docset: string; sourceLocale: string; targetLocale: string },
  ) => string
  read: (text: string) => readonly { id: string; target: string }[]
}

/** A plugin of a site, as far as the dialects are concerned. */
export interface HookedPlugin {
  name: string
  hooks: {
    markdown?: MarkdownHook | undefined
    lint?: LintHook | undefined
    search?: SearchHook | undefined
    formats?: readonly FormatHook[] | undefined
  }
}

export interface HookOptions {
  plugins?: readonly HookedPlugin[] | undefined
  /** The docset and language of a file. */
  placeOf?: (file: VFile) => Pick<LintPage, 'docset' | 'locale'>
}

/** Comes before all that rewrites the tree. */
export function remarkLintHooks({ plugins = [], placeOf }: Readonly<HookOptions>) {
  const linting = plugins.flatMap(({ name, hooks: { lint } }) => (lint ? [{ name, lint }] : []))
  if (linting.length === 0) return undefined
  return async (tree: Root, file: VFile): Promise<undefined> => {
    const page: LintPage = { tree, text: String(file), name: file.path, ...placeOf?.(file) }
    for (const { name, lint } of linting) {
      await guarded(name, 'lint', file, async () => {
        await lint(page, (finding) => reportFinding(name, finding, file))
      })
    }
  }
}

/** Comes after the dialect’s own plugins for Markdown. */
export function remarkHooks(this: Processor, { plugins = [] }: Readonly<HookOptions>) {
  return hookTransformer<Root>(this, plugins, 'remark')
}

/** Comes on plain HTML, before links, headings and ids are looked at. */
export function rehypeHooks(this: Processor, { plugins = [] }: Readonly<HookOptions>) {
  return hookTransformer<HtmlRoot>(this, plugins, 'rehype')
}

function hookTransformer<Tree extends Root | HtmlRoot>(
  around: Processor,
  plugins: readonly HookedPlugin[],
  kind: keyof MarkdownHook,
): Transformer<Tree, Tree> | undefined {
  const steps = plugins.flatMap(({ name, hooks }) => {
    const list = hooks.markdown?.[kind]
    return list?.length ? [{ name, run: runnerOf(around, list) }] : []
  })
  if (steps.length === 0) return undefined
  return async (given, file) => {
    let tree = given
    for (const { name, run } of steps) {
      await guarded(name, `markdown.${kind}`, file, async () => {
        tree = (await run(tree, file)) as Tree
      })
    }
    return tree
  }
}

/** Runs unified plugins by themselves, so that one that throws ends nothing else; syntax that they add is the page’s. */
function runnerOf(around: Processor, list: PluggableList) {
  const own = unified()
  own.data(around.data())
  try {
    own.use(list).freeze()
    return (tree: Node, file: VFile): Promise<Node> => own.run(tree, file)
  } catch (error) {
    return async (): Promise<Node> => {
      throw error
    }
  }
}

async function guarded(
  plugin: string,
  hook: string,
  file: VFile,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run()
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const reason = `Plugin \`${plugin}\` failed on this page, in its hook \`${hook}\`: ${cause}. Repair the plugin, or take it out of \`plugins\` in content/site.config.ts.`
    reportFinding(plugin, { rule: 'failed', severity: 'error', reason }, file)
  }
}

function reportFinding(
  plugin: string,
  { rule, reason, severity = 'warning', note, place }: LintFinding,
  file: VFile,
): void {
  const at = place && 'type' in place ? place.position : place
  const message = file.message(reason, {
    ruleId: `${plugin}/${rule}`,
    source: plugin,
    ...(at && { place: at }),
  })
  message.fatal = severity === 'error'
  if (note) message.note = note
}
