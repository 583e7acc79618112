/**
 * Read the underline of a heading for the heading, though a tag in it was never closed.
 *
 * The parser takes the innermost open node for the heading. Where that is a tag its debugging build, which
 * Node takes in development, throws an error without a place instead of the one of MDX that comes next.
 */
import type { Heading } from 'mdast'
import type { Extension } from 'mdast-util-from-markdown'
import type { Processor } from 'unified'

const extension: Extension = {
  exit: {
    setextHeadingLineSequence(token) {
      const heading = this.stack.findLast((node): node is Heading => node.type === 'heading')
      if (heading) heading.depth = this.sliceSerialize(token).startsWith('=') ? 1 : 2
    },
  },
}

export default function remarkUnderlinedHeadings(this: Processor): undefined {
  const data = this.data()
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), extension]
}
