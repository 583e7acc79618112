/** Keys by content: what is equal has the same key on every machine. */
import { createHash, hash } from 'node:crypto'

const known = new WeakMap<object, string>()

/**
 * The digest of a value: text, bytes, or plain data with maps and sets in it. That of an object is kept while the
 * object is: it must not change afterwards.
 *
 * Written as JSON first: what was read from a cache has the digest that it had when it was computed.
 *
 * @throws TypeError for a value that holds a function.
 */
export function digest(value: unknown): string {
  if (typeof value !== 'object' || value === null) return digestOf(value)
  const before = known.get(value)
  if (before !== undefined) return before
  const key = digestOf(value)
  known.set(value, key)
  return key
}

/** One digest for several: a change of any of them changes it. */
export function digestAll(values: readonly unknown[]): string {
  return digestOf(values.map(digest).join(' '))
}

function digestOf(value: unknown): string {
  if (value instanceof Uint8Array) {
    return createHash('sha256').update('bytes ').update(value).digest('hex').slice(0, 32)
  }
  const text =
    typeof value === 'string'
      ? `text ${value}`
      : `data ${JSON.stringify(value, plain) ?? 'undefined'}`
  // In one call: most of what has a digest is short.
  return hash('sha256', text).slice(0, 32)
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'function') throw new TypeError('A function has no digest')
  if (value instanceof Map) return ['map', ...(value as Map<unknown, unknown>)]
  if (value instanceof Set) return ['set', ...(value as Set<unknown>)]
  return value
}
