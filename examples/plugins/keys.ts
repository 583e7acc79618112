/** `markdown`: `[[Ctrl+S]]` is drawn as keys, in guides and in docfx pages. */
import type { PasserellePlugin } from 'passerelle'

type Tree = {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, string>
  children?: Tree[]
}

export const keys: PasserellePlugin = {
  name: 'keys',
  hooks: { markdown: { rehype: [rehypeKeys] } },
}

function rehypeKeys() {
  return (tree: Tree): void => draw(tree)
}

function draw(node: Tree): void {
  // Code is shown as typed.
  if (node.tagName === 'code' || !node.children) return
  node.children = node.children.flatMap((child) => (child.type === 'text' ? split(child) : [child]))
  node.children.forEach(draw)
}

/** Of every two pieces, the second one is keys. */
function split({ value = '' }: Tree): Tree[] {
  return value.split(/\[\[([^[\]]+)\]\]/).map((text, index) => {
    const child = { type: 'text', value: text }
    if (index % 2 === 0) return child
    return { type: 'element', tagName: 'kbd', properties: {}, children: [child] }
  })
}
