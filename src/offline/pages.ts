/** A built page as the copy has it: links, scripts and the policy. */
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  serialize,
} from 'parse5'
import { metaPolicy } from '../hosting/content-security-policy.ts'
import { scriptsFolder } from './places.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterMap['element']

/** How the addresses of a page are to be written. */
export interface CopyChange {
  /** As it is to be written; undefined for one that stays. */
  address: (value: string) => string | undefined
  /** A module that the page loads: gives where its script is. */
  module: (value: string) => string | undefined
  /** Path of the page’s folder of scripts. */
  root: string
  /** The whole address of the page on the site. */
  online: string
  docset: string
  /** What the copy says of itself, with `{address}` for where the page is on the site. */
  notice: string
}

const single = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data-index'])
const several = new Set(['srcset', 'imagesrcset'])

export function copiedPage(html: string, change: CopyChange): string {
  // So that what readers without script see is elements, whose links are changed, too.
  const document = parse(html, { scriptingEnabled: false })
  visit(document, (element) => changeElement(element, change))
  return serialize(document, { scriptingEnabled: false })
}

function visit(node: Node, change: (element: Element) => void) {
  if (defaultTreeAdapter.isElementNode(node)) change(node)
  if ('content' in node) visit(node.content, change)
  if ('childNodes' in node) for (const child of [...node.childNodes]) visit(child, change)
}

function changeElement(element: Element, change: CopyChange) {
  if (element.tagName === 'script') return changeScript(element, change)
  if (element.tagName === 'meta') return allowFiles(element)
  for (const attribute of element.attrs) {
    const { name, value } = attribute
    if (single.has(name)) attribute.value = change.address(value) ?? value
    else if (several.has(name)) attribute.value = sources(value, change)
  }
  if (element.tagName === 'head') element.childNodes.unshift(runtimeElement(change, element))
  // Links that a reader copies lead to the site.
  if (attributeOf(element, 'data-copy-link')) nameOnline(element, change.online)
  if (attributeOf(element, 'class')?.value === 'site-footer__row')
    element.childNodes.unshift(noticeElement(element, change))
  if (element.tagName === 'fieldset') leaveOneGuide(element, change.docset)
}

function changeScript(element: Element, { module }: CopyChange) {
  const src = attributeOf(element, 'src')
  const type = attributeOf(element, 'type')
  const script = src && type?.value === 'module' ? module(src.value) : undefined
  if (!src || !type || script === undefined) return
  src.value = script
  // Modules wait for the page as this does.
  Object.assign(type, { name: 'defer', value: '' })
}

/** Browsers take files of a disk for strangers to each other. */
function allowFiles(element: Element) {
  const content = attributeOf(element, 'content')
  // Behind it the site's own names of players may follow.
  if (content?.value.startsWith(metaPolicy()))
    content.value = content.value.replaceAll("'self'", "'self' file:")
}

function sources(value: string, { address }: CopyChange): string {
  return value
    .split(/,\s+/)
    .map((item) => item.replace(/^\S+/, (source) => address(source) ?? source))
    .join(', ')
}

/** The other guides are not in the copy: nothing is chosen between them. */
function leaveOneGuide(fieldset: Element, docset: string) {
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
    (label) => !hasChild(label, (node) => attributeOf(node, 'name')?.value === 'guide'),
  )
}

function hasChild(node: Node, is: (element: Element) => boolean): boolean {
  let found = false
  visit(node, (element) => void (found ||= is(element)))
  return found
}

function runtimeElement({ root }: CopyChange, parent: Element): Element {
  return made(parent, 'script', { defer: '', src: `${root}${scriptsFolder}/copy.js` })
}

function noticeElement(parent: Element, { notice, online }: CopyChange): Element {
  const paragraph = made(parent, 'p', {})
  const [before = '', after = ''] = notice.split('{address}')
  const link = made(paragraph, 'a', { href: online })
  defaultTreeAdapter.insertText(link, online)
  defaultTreeAdapter.insertText(paragraph, before)
  defaultTreeAdapter.appendChild(paragraph, link)
  defaultTreeAdapter.insertText(paragraph, after)
  return paragraph
}

function made(parent: Element, tag: string, attributes: Readonly<Record<string, string>>): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }))
  const element = defaultTreeAdapter.createElement(tag, parent.namespaceURI, attrs)
  element.parentNode = parent
  return element
}

function attributeOf({ attrs }: Element, name: string) {
  return attrs.find((attribute) => attribute.name === name)
}

function nameOnline(element: Element, online: string) {
  const of = attributeOf(element, 'data-of')
  if (of) of.value = new URL(of.value, online).href
  else element.attrs.push({ name: 'data-of', value: online })
}
