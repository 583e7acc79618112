/**
 * Parse with Satteri, Astro’s own parser, the pages that it reads as micromark does: it takes a tenth of the time. Others
 * have syntax that only micromark can be taught.
 */
import type { Root } from 'mdast'
import { markdownToMdast, mdxToMdast } from 'satteri'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { isCommonDocfx, isCommonGuide } from './common.ts'

const withDirectives = { features: { directive: true } }

/** Comes after all that adds syntax, and before all that changes the text that is parsed. */
export function remarkDocfxSatteri(this: Processor): void {
  parseWith(
    this,
    (text) => markdownToMdast(text) as Root,
    (text, { data: { markdig } }) => {
      return !markdig?.emphasis?.length && isCommonDocfx(text)
    },
  )
}

/** Comes after all that adds syntax. */
export function remarkGuideSatteri(this: Processor): void {
  parseWith(this, (text) => mdxToMdast(text, withDirectives) as Root, isCommonGuide)
}

/** Pages are left to micromark if somebody else has added syntax. */
function parseWith(
  processor: Processor,
  parse: (text: string) => Root,
  isCommon: (text: string, file: VFile) => boolean,
): void {
  const { parser: fallback } = processor
  const extensions = (processor.data().micromarkExtensions ??= [])
  const { length } = extensions
  if (!fallback) return
  processor.parser = (text, file) => {
    if (extensions.length > length || !isCommon(text, file)) return fallback(text, file)
    try {
      return parse(text)
    } catch {
      // micromark says where the error is.
      return fallback(text, file)
    }
  }
}
