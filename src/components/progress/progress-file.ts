/** Validate a file that a reader imports: progress of this docset, or the reason why it is not. */
import { format, storeVersion } from './store.ts'

/** Why a text is not the progress of a docset. */
export type ProgressFileFault =
  /** It is not JSON. */
  | 'json'
  /** It is JSON of something else. */
  | 'format'
  /** A later version of Passerelle wrote it. */
  | 'version'
  /** It is the progress of another docset. */
  | 'docset'

/** Parse what `serializeProgress` wrote; `done` has each id once. */
export function parseProgress(
  text: string,
  docset: string,
): { done: string[] } | ProgressFileFault {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'json'
  }
  if (typeof value !== 'object' || value === null) return 'format'
  const result = value as Readonly<Record<string, unknown>>
  if (result['format'] !== format || typeof result['version'] !== 'number') return 'format'
  if (result['version'] > storeVersion) return 'version'
  const { done } = result
  if (!Array.isArray(done) || !done.every((id) => typeof id === 'string' && id !== '')) {
    return 'format'
  }
  if (result['docset'] !== docset) return 'docset'
  return { done: [...new Set(done as string[])] }
}
