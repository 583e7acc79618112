/** Pair the labels that the site adds to the content in two languages. */
import type { Element } from 'hast'
import { eachElement } from '../html/elements.ts'
import { keyProperty } from './block-keys.ts'

const names = /^(?:(?:procedure|step)__(?:label|who))$/

/** Labels of the translation with those of the original at the same block. */
export function labelPairs(source: Element, target: Element): [own: Element, original: Element][] {
  const originals = new Map(labelsIn(source).toReversed())
  return labelsIn(target).flatMap(([place, own]): [Element, Element][] => {
    const original = originals.get(place)
    return original ? [[own, original]] : []
  })
}

/** Labels by kind and the next block with a key, because they have no keys of their own. */
function labelsIn(side: Element): [place: string, label: Element][] {
  const results: [string, Element][] = []
  let waiting: Element[] = []
  const placeAt = (key: string) => {
    for (const [index, label] of waiting.entries())
      results.push([`${key} ${nameOf(label)} ${index}`, label])
    waiting = []
  }
  eachElement(side, (node) => {
    const key = node.properties[keyProperty]
    if (typeof key === 'string') placeAt(key)
    else if (node.tagName === 'p' && nameOf(node)) waiting.push(node)
  })
  placeAt('')
  return results
}

function nameOf({ properties: { className } }: Element): string | undefined {
  const classes = Array.isArray(className) ? className.map(String) : []
  return classes.find((name) => names.test(name))
}
