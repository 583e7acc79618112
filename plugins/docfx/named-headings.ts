/**
 * Read `## <a name="assess-phase"></a>Phase d’évaluation` as a heading with the id `assess-phase`.
 *
 * Microsoft's localization puts the slug of the English heading into the translation this way; it is
 * the anchor that English links use. An `<a name>` elsewhere stays where it is, as an anchor.
 */
import type { Heading, PhrasingContent, Root } from 'mdast'
import { visit } from '../visit.ts'

const opening = /^<a\s+(?:name|id)\s*=\s*["']?([^"'\s>]+)["']?\s*(\/?)>$/i

export default function remarkNames() {
  return (tree: Root): undefined => {
    visit(tree, 'heading', (heading) => {
      const name = takeName(heading)
      if (name) heading.data = { ...heading.data, anchor: name }
    })
  }
}

function takeName(heading: Heading): string | undefined {
  const index = heading.children.findIndex((child) => isHtml(child) && opening.test(child.value))
  const tag = heading.children[index]
  if (!tag || !isHtml(tag)) return undefined
  const [, name, selfClosing] = opening.exec(tag.value) ?? []
  const next = heading.children[index + 1]
  const closes = !selfClosing && next && isHtml(next) && /^<\/a\s*>$/i.test(next.value)
  // `<a name="x">words</a>` around words is left alone: it is an anchor with a text of its own.
  if (!closes && !selfClosing) return undefined
  heading.children.splice(index, closes ? 2 : 1)
  return name
}

function isHtml(node: PhrasingContent): node is Extract<PhrasingContent, { type: 'html' }> {
  return node.type === 'html'
}
