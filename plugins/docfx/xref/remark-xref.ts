/**
 * Link cross references to what has their uid: `<xref:uid>`, `[text](xref:uid)`, `@uid`, `<xref href="uid">`.
 *
 * What a uid is and where it leads is asked of the caller. A uid that nothing has is shown as the last part of its name
 * and told; after `@` it is words, for `@` has other uses.
 */
import type { Emphasis, Html, Link, PhrasingContent, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Transformer } from 'unified'
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { replaceItems } from '../../large-arrays.ts'
import { defineProblems, report } from '../../problems.ts'
import { visit } from '../../visit.ts'
import { mayHoldXref, withXrefs } from './html-xrefs.ts'
import { type XrefLookUp, nameIn, parseXref, type ShownXref, type Xref, xrefIn } from './parse.ts'

export interface XrefOptions {
  /** What has a uid, in the language of the page; undefined where nothing is known of it. */
  findUid: (uid: string, file: VFile) => Promise<XrefTarget | undefined>
}

/** What has a uid. */
export interface XrefTarget {
  /** An address as a page may have it: of another site, or `~/` and a path in the docset. */
  href: string
  /** What it is called, by `displayProperty`. */
  names: Readonly<Record<string, string>>
  /** How it is called where a page asks for no other name. */
  name: string
  /** Its name is that of a program, which no translation changes. */
  isOfProgram: boolean
  /** Nothing has the uid; the address is that of a search for it. */
  isSearch?: boolean
}

const problem = defineProblems('docfx', {
  'xref-missing': (uid: string, hasSearch: boolean) => ({
    severity: 'warning',
    reason: `Nothing has the uid \`${uid}\`, so its name ${hasSearch ? 'leads to a search' : 'is shown without a link'}. Correct it, or name a map that has it in \`xref\` of \`docfx.json\`.`,
  }),
})

/** Comes after included files are in the tree. */
export default function remarkXref({ findUid }: Readonly<XrefOptions>): Transformer<Root> {
  return async (tree, file) => {
    const found = referencesIn(tree)
    if (found.size === 0) return
    const lookUp: XrefLookUp = async (typed) => {
      const xref = parseXref(typed)
      const target = xref.uid ? await findUid(xref.uid, file) : undefined
      return { uid: xref.uid, ...shown(xref, target) }
    }
    const drawn = new Map<Node, RootContent[]>()
    for (const node of found) {
      drawn.set(node, node.type === 'html' ? await htmlOf(node) : await linkOf(node))
    }
    visit(tree, (node, index, parent) => {
      const nodes = drawn.get(node)
      if (!nodes || !parent || index === undefined) return
      replaceItems(parent.children, index, 1, nodes)
      return index + nodes.length
    })

    async function htmlOf(node: Html): Promise<RootContent[]> {
      const { value, missing } = await withXrefs(node.value, lookUp)
      for (const { uid, href } of missing)
        report(file, problem('xref-missing', uid, href !== undefined), node)
      return value === '' ? [] : [{ ...node, value }]
    }

    async function linkOf(node: Link): Promise<PhrasingContent[]> {
      const result = await lookUp(xrefIn(node.url) ?? '')
      const typed = node.data?.shortXref
      if (result.isMissing && typed !== undefined) return [wordsOf(node, typed)]
      const own = isBare(node) ? [] : node.children
      if (result.isMissing)
        report(file, problem('xref-missing', result.uid, result.href !== undefined), node)
      if (result.href === undefined) {
        return own.length > 0 ? own : [nameOf(node, result)]
      }
      const isName = own.length === 0
      return [
        {
          type: 'link',
          url: result.href,
          ...(node.title && { title: node.title }),
          children: isName ? [wordsOf(node, result.text)] : own,
          data: {
            ...(node.data?.origin && { origin: node.data.origin }),
            ...(isName && result.isOfProgram && { hProperties: { translate: 'no' } }),
          },
          ...(node.position && { position: node.position }),
        },
      ]
    }
  }
}

/** The nodes of a tree that refer to uids; links by a definition have its address afterwards. */
function referencesIn(tree: Root): Set<Link | Html> {
  let defined: ReadonlyMap<string, string> | undefined
  const found = new Set<Link | Html>()
  visit(tree, (node, index, parent) => {
    if (node.type === 'linkReference' && parent && index !== undefined) {
      defined ??= definedXrefs(tree)
      const url = defined.get(node.identifier)
      if (url === undefined) return
      const { children, position, data } = node
      const link: Link = { type: 'link', url, children, ...(data && { data }) }
      parent.children[index] = { ...link, ...(position && { position }) }
      return index
    }
    if (node.type === 'link' && xrefIn(node.url) !== undefined) found.add(node)
    if (node.type === 'html' && mayHoldXref(node.value)) found.add(node)
    return
  })
  return found
}

/** Addresses of definitions that refer to uids. */
function definedXrefs(tree: Root): ReadonlyMap<string, string> {
  const defined = new Map<string, string>()
  visit(tree, 'definition', ({ identifier, url }) => {
    if (xrefIn(url) !== undefined && !defined.has(identifier)) defined.set(identifier, url)
  })
  return defined
}

function shown(xref: Xref, target: XrefTarget | undefined): ShownXref {
  const { text, displayProperty = 'name', anchor } = xref
  if (!target || target.isSearch) {
    const name = { text: text ?? nameIn(xref), isOfProgram: text === undefined, isMissing: true }
    return { ...name, ...(target && { href: target.href }) }
  }
  const { href, names, name, isOfProgram } = target
  return {
    href: anchor ? href.replace(/#.*$/, '') + anchor : href,
    text: text ?? names[displayProperty] ?? name,
    isOfProgram: text === undefined && isOfProgram,
    isMissing: false,
  }
}

/** `<xref:uid>`, whose text is its address. */
function isBare(node: Link): boolean {
  return node.children.length === 0 || toString(node) === node.url
}

function wordsOf({ position, data }: Link, value: string): PhrasingContent {
  const origin = data?.origin
  return { type: 'text', value, ...(origin && { data: { origin } }), ...(position && { position }) }
}

function nameOf(
  node: Link,
  { text, isOfProgram }: Pick<ShownXref, 'text' | 'isOfProgram'>,
): PhrasingContent {
  const words = wordsOf(node, text)
  if (!isOfProgram) return words
  const data = { hName: 'span', hProperties: { translate: 'no' } }
  return { type: 'emphasis', data, children: [words] } satisfies Emphasis
}
