/**
 * The HTML of a page as a tree.
 *
 * What pages hold was written by hast-util-to-html from such trees: each element has its end, so parse5’s care for all
 * that authors may write, and for the place of each piece, is time that twins and printed guides have no use for.
 */
import type { Element, ElementContent, Properties, Root } from 'hast'
import { Parser } from 'htmlparser2'
import { type Info, find, html as htmlSchema, svg as svgSchema } from 'property-information'

/** How attributes are called in trees; there are few, on thousands of elements. */
const known = { html: new Map<string, Info>(), svg: new Map<string, Info>() }
const schemas = { html: htmlSchema, svg: svgSchema }

type Space = keyof typeof schemas

export function readHtml(markup: string): Root {
  const root: Root = { type: 'root', children: [] }
  const open: (Root | Element)[] = [root]
  const spaces: Space[] = ['html']
  const add = (node: ElementContent) => void open.at(-1)?.children.push(node)
  const parser = new Parser({
    onopentag(tagName, attributes) {
      const space = tagName === 'svg' ? 'svg' : (spaces.at(-1) ?? 'html')
      spaces.push(tagName === 'foreignObject' ? 'html' : space)
      const properties = propertiesOf(attributes, space)
      const element: Element = { type: 'element', tagName, properties, children: [] }
      add(element)
      open.push(element)
    },
    onclosetag() {
      open.pop()
      spaces.pop()
    },
    ontext(value) {
      const last = open.at(-1)?.children.at(-1)
      // A reference such as `&#x3C;` comes by itself.
      if (last?.type === 'text') last.value += value
      else add({ type: 'text', value })
    },
  })
  parser.end(markup)
  return root
}

function propertiesOf(attributes: Readonly<Record<string, string>>, space: Space): Properties {
  const properties: Properties = {}
  for (const [name, value] of Object.entries(attributes)) {
    const info = known[space].get(name) ?? find(schemas[space], name)
    known[space].set(name, info)
    properties[info.property] = propertyOf(info, value)
  }
  return properties
}

function propertyOf(info: Info, value: string): Properties[string] {
  if (info.spaceSeparated) return value.split(/\s+/).filter(Boolean)
  return info.boolean || (info.overloadedBoolean && value === '') ? true : value
}
