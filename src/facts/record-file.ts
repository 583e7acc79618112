/** How a cache keeps a value: a digest, then what is small as JSON, then what is large as it is. */
import { createHash } from 'node:crypto'

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
 * @param key - What it is kept under: under another one it is no record.
 * @param head - Plain data that survives JSON.
 */
export function packRecord(
  key: string,
  head: unknown,
  body: Uint8Array = new Uint8Array(),
): Uint8Array {
  const json = JSON.stringify(head)
  const start = digestLength + 1
  const end = start + Buffer.byteLength(json)
  const file = Buffer.allocUnsafe(end + 1 + body.length)
  file.write(json, start)
  file[end] = newline
  file.set(body, end + 1)
  file.write(seal(key, file.subarray(start)), 0, 'latin1')
  file[digestLength] = newline
  return file
}

/**
 * Undefined for what is no whole record of this key: a file that was cut off, changed, or given the name of another is
 * not trusted.
 */
export function unpackRecord<T>(
  key: string,
  bytes: Uint8Array | undefined,
): CacheRecord<T> | undefined {
  if (!bytes || bytes[digestLength] !== newline) return undefined
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const content = file.subarray(digestLength + 1)
  if (seal(key, content) !== file.toString('latin1', 0, digestLength)) return undefined
  const end = content.indexOf(newline)
  return {
    head: JSON.parse(content.toString('utf8', 0, end)) as T,
    body: content.subarray(end + 1),
  }
}

function seal(key: string, content: Uint8Array): string {
  return createHash('sha256').update(`${key}\n`).update(content).digest('hex')
}
