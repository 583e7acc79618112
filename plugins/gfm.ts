/**
 * remark-gfm, with only the syntax that a page can have a use for.
 *
 * micromark-extension-gfm-autolink-literal 2.1.0 looks for an email address from the beginning of each word
 * (its source says that it should look from each `@`), and mdast-util-gfm-autolink-literal looks for addresses
 * again in all text; strikethrough and footnotes look at each run of text and at each bracket, and tables read the
 * first line of every paragraph. A page without `@`, `~`, `[^` or a delimiter row has nothing for them to find, and its
 * tree is the same without them.
 */
import type { Nodes, Root } from 'mdast'
import remarkGfm, { type Options } from 'remark-gfm'
import type { Data, Processor } from 'unified'
import type { VFile } from 'vfile'
import { delimiterRow, withPossibleTables } from './possible-tables.ts'

type Syntax = Exclude<NonNullable<Data['micromarkExtensions']>[number], unknown[]>
type TreeSyntax = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], unknown[]>
type Transform = NonNullable<TreeSyntax['transforms']>[number]

/** What a page must have for constructs to find anything, and their names. */
const needs: readonly { typed: RegExp; names: readonly string[] }[] = [
  { typed: /@/, names: ['emailAutolink'] },
  { typed: /www\./i, names: ['wwwAutolink'] },
  { typed: /https?:\/\//i, names: ['protocolAutolink'] },
  { typed: /~/, names: ['strikethrough'] },
  {
    typed: /\[\^/,
    names: ['gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall'],
  },
  { typed: delimiterRow, names: ['table'] },
]

/** What `transformGfmAutolinkLiterals` makes links of: `a@b.c`, `www.b.c`, `https://b.c`. */
const address = /@|www\.|https?:\/\//i

export interface GfmOptions extends Options {
  /** Whether `[ ]` begins a task; it does unless this says otherwise. */
  hasTasks?: (file: VFile) => boolean
}

/**
 * Comes after remark-parse.
 *
 * @param options - Those of remark-gfm, and which files have tasks.
 */
export default function remarkNeededGfm(this: Processor, options: Readonly<GfmOptions> = {}): void {
  ;(remarkGfm as (this: Processor, options: Options) => void).call(this, options)
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data()
  for (const extension of [fromMarkdownExtensions.at(-1) ?? []].flat()) {
    if (extension.transforms) extension.transforms = extension.transforms.map(whereAddresses)
  }
  const { parser: parse } = this
  const place = micromarkExtensions.length - 1
  const whole = micromarkExtensions[place]
  if (!parse || !whole || Array.isArray(whole)) return
  const variants = new Map<string, Syntax>()
  this.parser = (text, file) => {
    const unused = needs.filter(({ typed }) => !typed.test(text)).flatMap(({ names }) => names)
    if (options.hasTasks?.(file) === false) unused.push('tasklistCheck')
    const key = unused.join(' ')
    const syntax = variants.get(key) ?? without(whole, unused)
    variants.set(key, syntax)
    // remark-parse reads the list at each page.
    micromarkExtensions[place] = unused.includes('table')
      ? syntax
      : withPossibleTables(syntax, text)
    return parse(text, file)
  }
}

/** An extension without the constructs of some names. */
function without(syntax: Syntax, names: readonly string[]): Syntax {
  const isUsed = (construct: unknown) => {
    const name = (construct as { name?: string } | null)?.name
    return name === undefined || !names.includes(name)
  }
  const maps = Object.entries(syntax).map(([field, map]) => {
    const lists = Object.entries(map as Record<string, unknown>).map(
      ([code, list]) => [code, [list].flat().filter(isUsed)] as const,
    )
    return [field, Object.fromEntries(lists.filter(([, list]) => list.length > 0))] as const
  })
  return Object.fromEntries(maps)
}

/** A transform that is done only where it would find something. */
function whereAddresses(transform: Transform): Transform {
  return (tree: Root) => (hasAddress(tree) ? transform(tree) : undefined)
}

function hasAddress(node: Nodes): boolean {
  if (node.type === 'text') return address.test(node.value)
  if (node.type === 'link' || node.type === 'linkReference') return false
  return 'children' in node && node.children.some(hasAddress)
}
