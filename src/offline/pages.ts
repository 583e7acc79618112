/** Rewrite a built page for its offline copy: links, scripts and the security policy. */
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  serialize,
} from 'parse5'
import { metaPolicy } from '../hosting/content-security-policy.ts'
import { scriptsFolder } from './addresses.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterMap['element']

/** How a page is rewritten. */
export interface CopyChange {
  /** The address to write; undefined to keep it. */
  address: (value: string) => string | undefined
  /** The address of the classic script of a module; undefined to keep the module. */
  module: (value: string) => string | undefined
  /** Prefix of paths to files of the copy: `../../`. */
  root: string
  /** The full address of the page on the site. */
  online: string
  docset: string
  /** A line for the footer; `{address}` becomes a link to the page on the site. */
  notice: string
}

/** Attributes that hold an address, and those that hold a list of candidates as `srcset` does. */
const addressAttributes = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data-index'])
const candidateAttributes = new Set(['srcset', 'imagesrcset'])

/** The HTML of a built page as the copy has it. */
export function copiedPage(html: string, change: CopyChange): string {
  // Parsed as without scripts, so that links inside `noscript` are elements, too.
  const document = parse(html, { scriptingEnabled: false })
  visit(document, (element) => changeElement(element, change))
  visit(document, withoutApp)
  return serialize(document, { scriptingEnabled: false })
}

function visit(node: Node, change: (element: Element) => void) {
  if (defaultTreeAdapter.isElementNode(node)) change(node)
  if ('content' in node) visit(node.content, change)
  if ('childNodes' in node) for (const child of [...node.childNodes]) visit(child, change)
}

/** A folder on a disk is no app, and keeps itself. */
function withoutApp(element: Element) {
  element.childNodes = element.childNodes.filter(
    (node) =>
      !defaultTreeAdapter.isElementNode(node) ||
      !(
        attributeOf(node, 'rel')?.value === 'manifest' ||
        attributeOf(node, 'rel')?.value === 'apple-touch-icon' ||
        attributeOf(node, 'data-worker')
      ),
  )
}

function changeElement(element: Element, change: CopyChange) {
  if (element.tagName === 'script') return changeScript(element, change)
  if (element.tagName === 'meta') return allowFiles(element)
  for (const attribute of element.attrs) {
    const { name, value } = attribute
    if (addressAttributes.has(name)) attribute.value = change.address(value) ?? value
    else if (candidateAttributes.has(name)) attribute.value = rewriteCandidates(value, change)
  }
  if (element.tagName === 'head') element.childNodes.unshift(runtimeElement(change, element))
  // A reader shares these links, so they lead to the site.
  if (attributeOf(element, 'data-copy-link')) pointOnline(element, change.online)
  if (attributeOf(element, 'class')?.value === 'site-footer__row')
    element.childNodes.unshift(noticeElement(element, change))
  if (element.tagName === 'fieldset') removeOtherGuides(element, change.docset)
}

function changeScript(element: Element, { module }: CopyChange) {
  const src = attributeOf(element, 'src')
  const type = attributeOf(element, 'type')
  const script = src && type?.value === 'module' ? module(src.value) : undefined
  if (!src || !type || script === undefined) return
  src.value = script
  // Like modules, deferred scripts run once the page is parsed.
  Object.assign(type, { name: 'defer', value: '' })
}

/** Browsers give each file of a disk an origin of its own, so `'self'` does not cover the copy. */
function allowFiles(element: Element) {
  const content = attributeOf(element, 'content')
  // Hosts of videos may follow the policy that all sites have.
  if (content?.value.startsWith(metaPolicy()))
    content.value = content.value.replaceAll("'self'", "'self' file:")
}

function rewriteCandidates(value: string, { address }: CopyChange): string {
  return value
    .split(/,\s+/)
    .map((item) => item.replace(/^\S+/, (url) => address(url) ?? url))
    .join(', ')
}

/** The copy has one guide, so the search offers no choice of guides. */
function removeOtherGuides(fieldset: Element, docset: string) {
  for (const label of fieldset.childNodes.filter((node) =>
    defaultTreeAdapter.isElementNode(node),
  )) {
    visit(label, (element) => {
      element.childNodes = element.childNodes.filter((node) => {
        if (!defaultTreeAdapter.isElementNode(node)) return true
        const guide = attributeOf(node, 'data-guide')?.value
        return guide === undefined || guide === docset
      })
    })
  }
  fieldset.childNodes = fieldset.childNodes.filter(
    (label) => !contains(label, (node) => attributeOf(node, 'name')?.value === 'guide'),
  )
}

function contains(node: Node, matches: (element: Element) => boolean): boolean {
  let isFound = false
  visit(node, (element) => void (isFound ||= matches(element)))
  return isFound
}

function runtimeElement({ root }: CopyChange, parent: Element): Element {
  return createElement(parent, 'script', { defer: '', src: `${root}${scriptsFolder}/copy.js` })
}

function noticeElement(parent: Element, { notice, online }: CopyChange): Element {
  const paragraph = createElement(parent, 'p', {})
  const [before = '', after = ''] = notice.split('{address}')
  const link = createElement(paragraph, 'a', { href: online })
  defaultTreeAdapter.insertText(link, online)
  defaultTreeAdapter.insertText(paragraph, before)
  defaultTreeAdapter.appendChild(paragraph, link)
  defaultTreeAdapter.insertText(paragraph, after)
  return paragraph
}

function createElement(
  parent: Element,
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }))
  const element = defaultTreeAdapter.createElement(tag, parent.namespaceURI, attrs)
  element.parentNode = parent
  return element
}

function attributeOf({ attrs }: Element, name: string) {
  return attrs.find((attribute) => attribute.name === name)
}

function pointOnline(element: Element, online: string) {
  const of = attributeOf(element, 'data-of')
  if (of) of.value = new URL(of.value, online).href
  else element.attrs.push({ name: 'data-of', value: online })
}
