/**
 * Replaces `hast-util-is-element` 3.0.0 in the compiled theme. The package makes a function of each name of a list at
 * every call, and hast-util-minify-whitespace calls it for each node of a page with lists of up to sixty names: a
 * sixth of the time that a page’s Markdown took.
 */

interface Tagged {
  type: 'element'
  tagName: string
}

type Check = (this: unknown, element: unknown, ...place: unknown[]) => boolean
type Test = string | Check | readonly (string | Check)[] | null | undefined

const ofLists = new WeakMap<object, Check>()

/** Whether a node is an element that passes a test: a name, a function, or any of several. */
export function isElement(element: unknown, test?: Test, ...rest: unknown[]): boolean {
  const [index, parent, context] = rest
  return convertElement(test).call(context, element, index, parent)
}

/** A function that returns whether a node is an element that passes a test. */
export function convertElement(test?: Test): Check {
  if (test === null || test === undefined) return isTagged
  if (typeof test === 'string') return (element) => isTagged(element) && element.tagName === test
  if (typeof test === 'function') return checkBy(test)
  const known = ofLists.get(test) ?? listCheck(test)
  ofLists.set(test, known)
  return known
}

function listCheck(tests: readonly (string | Check)[]): Check {
  const names = new Set<unknown>(tests)
  const checks = tests.filter((test) => typeof test === 'function').map(checkBy)
  return function (element, ...place) {
    if (!isTagged(element)) return false
    return names.has(element.tagName) || checks.some((check) => check.call(this, element, ...place))
  }
}

function checkBy(test: Check): Check {
  return function (element, ...place) {
    return isTagged(element) && Boolean(test.call(this, element, ...place))
  }
}

function isTagged(element: unknown): element is Tagged {
  const { type, tagName } = (element ?? {}) as Partial<Tagged>
  return type === 'element' && typeof tagName === 'string'
}
