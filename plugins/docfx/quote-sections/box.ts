/** The attributes of `[!div …]`, as docfx takes them: those of HTML, in backticks or not. */
import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { visit } from '../../visit.ts'

declare module 'vfile' {
  interface DataMap {
    /** The page has boxes that look like something, for which it needs a style sheet. */
    hasBoxes?: true
  }
}

/** Classes that boxes may have; any other could be one of the site’s own. */
export const boxClasses = [
  'nextstepaction',
  'checklist',
  'op_single_selector',
  'op_multi_selector',
  'step-by-step',
  'tabbedCodeSnippets',
  /^mx-[\w-]+$/,
]

/** Note that a page has boxes, those that it has written as HTML, too; comes after sanitizing. */
export function rehypeBoxes() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'element', ({ tagName, properties: { className } }) => {
      if (tagName !== 'div' || !Array.isArray(className)) return
      const isBox = className.some((name) =>
        boxClasses.some((known) =>
          known instanceof RegExp ? known.test(String(name)) : known === name,
        ),
      )
      if (isBox) file.data.hasBoxes = true
    })
  }
}

export interface BoxProperties {
  properties: Record<string, string | string[]>
  /** What is no attribute. */
  unknown: string
}

const attribute = /([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'`=<>]+))/gi

export function boxProperties(typed: string): BoxProperties {
  const properties: BoxProperties['properties'] = {}
  const unknown = typed
    .replaceAll('`', ' ')
    .replace(attribute, (_, name: string, ...values: (string | undefined)[]) => {
      const value = values.slice(0, 3).find((item) => item !== undefined) ?? ''
      const key = name.toLowerCase()
      if (key === 'class') properties['className'] = value.split(/\s+/).filter(Boolean)
      else if (/^(?:id|lang|dir|title|data-[\w-]+)$/.test(key)) properties[key] = value
      return ' '
    })
    .trim()
  return { properties, unknown }
}
