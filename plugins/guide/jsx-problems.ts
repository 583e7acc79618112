/** What is reported of the HTML, components and expressions of a guide. */
import { replacementAdvice } from '../html-elements.ts'
import { defineProblems, type Problem } from '../problems.ts'

export const jsxProblem = defineProblems('html', {
  'jsx-unsafe': (actual: string) => ({
    severity: 'error',
    reason: `\`${actual}\` was removed: scripts, forms, frames and addresses that could run are not allowed. Delete it.`,
  }),
  'html-not-shown': (element: string) => ({
    severity: 'error',
    reason: `\`<${element}>\` is not shown. ${replacementAdvice(element)}`,
  }),
  'jsx-attribute': (name: string, element: string) => ({
    severity: 'warning',
    reason:
      name.toLowerCase() === 'style'
        ? `Attribute \`style\` of \`<${element}>\` is ignored: the theme sets how pages look. Delete it; for emphasis use \`**text**\` or \`> [!NOTE]\`.`
        : `Attribute \`${name}\` of \`<${element}>\` is ignored: guides may not set it. Delete it.`,
  }),
  'jsx-heading': (element: string) => ({
    severity: 'warning',
    reason: `Heading \`<${element}>\` has no id. Add \`id="…"\`, the same in every language.`,
  }),
  'component-unknown': (
    name: string,
    known: readonly string[],
    near: string | undefined,
    more: string,
  ) => ({
    severity: 'error',
    reason:
      `There is no component \`<${name}>\`. ` +
      (near
        ? `Did you mean \`<${near}>\`?`
        : `Use ${['an HTML element', ...known.map((value) => `\`<${value}>\``)].join(' or ')}${more}.`),
    note: 'Only the text inside is shown.',
  }),
  'component-content': (name: string) => ({
    severity: 'warning',
    reason: `The content of \`<${name}>\` is not shown. Write \`<${name}/>\`, and the text before or after it.`,
  }),
  'mdx-expression': (actual: string, advice: string, note: string) => ({
    severity: 'error',
    reason: `\`${actual}\` is a program, which guides do not run. ${advice}`,
    note,
  }),
})

/** The problem of an expression, an import or an attribute that MDX would run. */
export function expressionProblem(typed: string, advice: string, note: string): Problem {
  return jsxProblem('mdx-expression', firstLine(typed), advice, note)
}

/** The first line of what was typed, with `…` if there are more. */
export function firstLine(text: string): string {
  const [line = '', ...others] = text.trim().split(/\r\n?|\n/)
  return others.length ? `${line} …` : line
}
