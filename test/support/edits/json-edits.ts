/** A random change somewhere in a JSON file. */
import type { Random } from '../random.ts'

/** Undefined for what is no plain JSON, and where the value is still the same. */
export function editedJson(text: string, random: Random): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const changed = edited(value, random)
    const isSame = JSON.stringify(changed) === JSON.stringify(value)
    return isSame ? undefined : `${JSON.stringify(changed, undefined, 2)}\n`
  } catch {
    return undefined
  }
}

function edited(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return editedArray(value, random)
  if (typeof value === 'object' && value !== null) return editedObject(value, random)
  if (typeof value === 'string')
    return random.once(6) ? '' : `${value}${random.pick(['x', ' 2', '/y.md', '#z'])}`
  if (typeof value === 'number') return value + 1
  return !value
}

function editedArray(value: readonly unknown[], random: Random): unknown[] {
  const at = random.int(value.length || 1)
  if (value.length === 0) return ['x']
  if (random.once(5)) return value.toSpliced(at, 1)
  if (random.once(5)) return value.toSpliced(at, 0, edited(value[random.int(value.length)], random))
  if (random.once(6)) return value.toReversed()
  return value.with(at, edited(value[at], random))
}

function editedObject(value: object, random: Random): object {
  const entries = Object.entries(value) as [string, unknown][]
  const at = random.int(entries.length || 1)
  const entry = entries[at]
  if (!entry) return { added: 'x' }
  const [key, inner] = entry
  if (random.once(6)) return Object.fromEntries(entries.toSpliced(at, 1))
  if (random.once(8)) return Object.fromEntries(entries.with(at, [`${key}x`, inner]))
  if (random.once(8))
    return Object.fromEntries([...entries, [`${key}-added`, edited(inner, random)]])
  return Object.fromEntries(entries.with(at, [key, edited(inner, random)]))
}
