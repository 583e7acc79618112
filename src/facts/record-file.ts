/** How a cache keeps a value: its digest, then what is small as JSON, then what is large as it is. */
import { hash } from 'node:crypto'

/** What a file of the cache holds. */
export interface CacheRecord<T> {
  head: T
  /** Large, and not looked at until somebody needs it; empty where there is none. */
  body: Uint8Array
}

const digestLength = 64
const newline = 0x0a

/**
 * A record as the bytes of a file.
 *
 * @param head - Plain data that survives JSON.
 */
export function packRecord(head: unknown, body: string | Uint8Array = ''): Uint8Array {
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), Buffer.from(body)])
  return Buffer.concat([Buffer.from(`${hash('sha256', content)}\n`), content])
}

/** Undefined for what is no whole record: a file that was cut off, or that somebody changed, is not trusted. */
export function unpackRecord<T>(bytes: Uint8Array | undefined): CacheRecord<T> | undefined {
  if (!bytes || bytes[digestLength] !== newline) return undefined
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const content = file.subarray(digestLength + 1)
  if (hash('sha256', content) !== file.toString('latin1', 0, digestLength)) return undefined
  const end = content.indexOf(newline)
  return { head: JSON.parse(content.toString('utf8', 0, end)) as T, body: content.subarray(end + 1) }
}
