/** Nodes of Markdown as values. */
import type { Heading, Html, Link, Paragraph, PhrasingContent, Text } from 'mdast'

export function heading(depth: Heading['depth'], children: PhrasingContent[]): Heading {
  return { type: 'heading', depth, children }
}

export function html(value: string): Html {
  return { type: 'html', value }
}

export function link(url: string, title: string): Link {
  return { type: 'link', url, children: [text(title)] }
}

export function paragraphOf(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

export function text(value: string): Text {
  return { type: 'text', value }
}
