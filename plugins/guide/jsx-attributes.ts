/** The attributes of a guide’s HTML and components: those that are safe, as properties of elements. */
import type { Properties } from 'hast'
import type {} from 'remark-mdx'
import type { VFile } from 'vfile'
import { report } from '../problems.ts'
import {
  addressAttributes,
  booleanAttributes,
  isAllowedAttribute,
  propertyName,
  schemeOf,
} from './elements.ts'
import { expressionProblem, firstLine, jsxProblem } from './jsx-problems.ts'
import type { Jsx } from './paragraphs.ts'

type Attribute = Jsx['attributes'][number]

export type LiteralAttribute = Extract<Attribute, { type: 'mdxJsxAttribute' }> & {
  value?: string | null | undefined
}

/** Whether an attribute runs nothing; if it does, it is reported. */
export function isInertAttribute(attribute: Attribute, file: VFile): attribute is LiteralAttribute {
  return isLiteral(attribute, file) && !runs(attribute, file)
}

/** The properties of an element; an attribute that guides may not use is reported. */
export function propertiesOf({ attributes }: Jsx, element: string, file: VFile): Properties {
  const properties: Properties = {}
  for (const attribute of attributes) {
    if (!isInertAttribute(attribute, file)) continue
    const { name, value, position } = attribute
    // What `blocks.ts` adds was not typed, so it has no position.
    if (position && !isAllowedAttribute(name, element)) {
      report(file, jsxProblem('jsx-attribute', name, element), position)
      continue
    }
    const key = propertyName(name)
    if (booleanAttributes.has(key)) properties[key] = true
    else if (key === 'className') properties[key] = (value ?? '').split(/\s+/).filter(Boolean)
    else properties[key] = value ?? ''
  }
  return properties
}

/** Reports every other one: a value between braces is a program. */
function isLiteral(attribute: Attribute, file: VFile): attribute is LiteralAttribute {
  if (attribute.type === 'mdxJsxAttribute') {
    if (typeof attribute.value !== 'object' || attribute.value === null) return true
  }
  const [typed, advice] =
    attribute.type === 'mdxJsxAttribute'
      ? [`${attribute.name}={…}`, `Put the value between quotes: \`${attribute.name}="…"\`.`]
      : [`{${attribute.value}}`, 'Write attributes with a value between quotes.']
  const problem = expressionProblem(typed, advice, 'Guides hold text only.')
  report(file, problem, attribute.position)
  return false
}

/** Reports what a browser, or Astro (`set:html`, `client:load`), would run. */
function runs({ name, value, position }: LiteralAttribute, file: VFile): boolean {
  const hasCode = /^on|:/i.test(name) || name.toLowerCase() === 'srcdoc'
  const scheme = addressAttributes.has(name.toLowerCase()) ? schemeOf(value ?? '') : undefined
  const isScript = scheme && /^(?:javascript|vbscript|data)$/.test(scheme)
  if (!hasCode && !isScript) return false
  report(file, jsxProblem('jsx-unsafe', isScript ? firstLine(value ?? '') : name), position)
  return true
}
