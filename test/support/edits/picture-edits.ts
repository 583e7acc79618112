/** Edits of images, and of where they are shown. */
import { dirname, extname, join, relative } from 'node:path'
import type { Random } from '../random.ts'
import { png } from '../tree.ts'
import { type MakeEdit, appended, inLanguages, isPage, pickPath } from './edit.ts'
import type { Files } from './files.ts'

const isPicture = (path: string) => /\.(?:png|jpe?g|gif|svg|bmp)$/i.test(path)

export function pictureShown(files: Files, random: Random): ReturnType<MakeEdit> {
  const [path, to] = [pickPath(files, random, isPage), pickPath(files, random, isPicture)]
  if (path === undefined || to === undefined) return undefined
  const words = `![What it shows](${relative(dirname(path), to).replace(/^(?!\.)/, './')})`
  return appended(files, path, words, 'a picture in a page')
}

export function pictureChanged(files: Files, random: Random): ReturnType<MakeEdit> {
  const [path, other] = [pickPath(files, random, isPicture), pickPath(files, random, isPicture)]
  const bytes = path === undefined ? undefined : files.get(path)
  if (path === undefined || other === undefined || !bytes) return undefined
  const ways: readonly [string, Buffer | undefined][] = [
    ['another picture', files.get(other)],
    ['a small picture', Buffer.from(png)],
    ['empty', Buffer.alloc(0)],
    ['cut off', bytes.subarray(0, random.int(bytes.length || 1))],
    ['one byte', flipped(bytes, random)],
    ['no picture', Buffer.from('words')],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['deleted', undefined],
  ]
  const [way, after] = random.pick(ways)
  return { kind: `a picture: ${way}`, changes: new Map([[path, after]]) }
}

function flipped(bytes: Buffer, random: Random): Buffer {
  const result = Buffer.from(bytes)
  const at = random.int(result.length || 1)
  if (result.length) result[at] = (result[at] ?? 0) ^ (1 << random.int(8))
  return result
}

export function pictureRenamed(files: Files, random: Random): ReturnType<MakeEdit> {
  const path = pickPath(files, random, isPicture)
  if (path === undefined) return undefined
  const name = `renamed${extname(path)}`
  const changes = inLanguages(files, path, random).flatMap((from) => [
    [from, undefined] as const,
    [join(dirname(from), name), files.get(from)] as const,
  ])
  return { kind: 'a picture with another name', changes: new Map(changes) }
}
