/** Images of pages: measured, converted to WebP once, and put in place of their marks in the HTML. */
import { posix } from 'node:path'
import { decodePart } from '#plugins/percent-encoding.ts'
import { markedImages } from '#plugins/image-marks.ts'
import type { SafeHtml } from '#plugins/safe-html.ts'
import { isVectorName } from '../docsets/image-names.ts'
import { publishedSvg } from '../docsets/svg-images.ts'
import { digestAll } from '../facts/digest.ts'

/** How a page shows an image, by the attributes that its author has given. */
interface Size {
  width: number | undefined
  height: number | undefined
}

/** An image as it is published. */
interface PublishedImage {
  /** Name in the folder of assets. */
  name: string
  /** In pixels, so that browsers can reserve room for it. */
  width: number
  height: number
}

export interface ImageOptions {
  /** The bytes of a file, by absolute path; undefined if there is none. */
  read: (path: string) => Promise<Uint8Array | undefined>
  /** The bytes that the cache has under a name; those of `make`, which are then cached, if it has none. */
  kept: (name: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>
  /** Put a file into the folder of assets. */
  write: (name: string, bytes: Uint8Array) => Promise<void>
}

export type ImagePublisher = (path: string, size: Size) => Promise<PublishedImage | undefined>

/** Publishes images; each is read, converted and written once, however many pages show it. */
export function imagePublisher(options: ImageOptions): ImagePublisher {
  const published = new Map<string, Promise<PublishedImage | undefined>>()
  return (path: string, size: Size): Promise<PublishedImage | undefined> => {
    const key = `${size.width ?? ''}x${size.height ?? ''} ${path}`
    const known = published.get(key) ?? publishImage(path, size, options)
    published.set(key, known)
    return known
  }
}

/** Undefined if the file is missing or cannot be decoded: `check` has reported it. */
async function publishImage(
  path: string,
  size: Size,
  { read, kept, write }: ImageOptions,
): Promise<PublishedImage | undefined> {
  const bytes = await read(path)
  if (!bytes) return undefined
  const source = isVectorName(path) ? Buffer.from(publishedSvg(bytes)) : bytes
  const id = digestAll([source, size.width, size.height])
  const measured = await kept(`${id}.json`, async () => Buffer.from(await measure(path, source)))
  const natural = JSON.parse(Buffer.from(measured).toString()) as Measure
  if (!natural) return undefined
  const shown = sizeOf(natural, size)
  const extension = isVectorName(path) ? 'svg' : 'webp'
  const made = isVectorName(path)
    ? source
    : await kept(`${id}.webp`, () => convert(source, size.width || size.height ? shown : undefined))
  const name = `${assetName(path)}.${digestAll([made, size.width, size.height]).slice(0, 10)}.${extension}`
  await write(name, made)
  return { name, ...shown }
}

/** Null where the image has no size. */
type Measure = { width: number; height: number } | null

async function measure(path: string, bytes: Uint8Array): Promise<string> {
  // Loaded only for images that are not in the cache, because loading takes a while.
  const { imageMetadata } = await import('astro/assets/utils')
  const size = await imageMetadata(bytes, path).catch(() => undefined)
  return JSON.stringify(size ? { width: size.width, height: size.height } : null)
}

/** The size to show an image at: a missing side follows from the other. */
function sizeOf(natural: { width: number; height: number }, { width, height }: Size) {
  const ratio = natural.width / natural.height
  if (width && height) return { width, height }
  if (width) return { width, height: Math.round(width / ratio) }
  if (height) return { width: Math.round(height * ratio), height }
  return { width: natural.width, height: natural.height }
}

/** Convert to WebP, rotated as Exif says, animated if the source is, never larger than the source. */
async function convert(
  bytes: Uint8Array,
  size: { width: number; height: number } | undefined,
): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const image = sharp(bytes, { failOn: 'none', pages: -1 }).rotate()
  if (size) image.resize({ ...size, fit: 'fill', withoutEnlargement: true })
  return image.webp({ loop: 0 }).toBuffer()
}

/** The file’s name reduced to characters that need no escape in a URL and are allowed on any disk. */
function assetName(path: string): string {
  const name = posix
    .basename(path)
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
  const plain = name
    .replace(/\p{M}+/gu, '')
    .replace(/[^\w.-]+/g, '_')
    .replace(/^\.+/, '')
  return plain.slice(0, 60) || 'image'
}

/** The attributes of `<img>` for each mark; undefined for a missing image. */
export type PlacedImages = ReadonlyMap<string, Readonly<Record<string, unknown>> | undefined>

/**
 * Publish the images that a page's HTML marks.
 *
 * @param file - Absolute path of the page's file.
 * @param assets - Address of the folder of assets, with a slash at its end.
 */
export async function publishMarked(
  html: SafeHtml,
  file: string,
  assets: string,
  publish: ImagePublisher,
): Promise<PlacedImages> {
  const images = await Promise.all(
    [...markedImages(html)].map(async ([mark, { src, ...attributes }]) => {
      const path = posix.join(posix.dirname(file), decodePart(src))
      const image = await publish(path, {
        width: pixels(attributes['width']),
        height: pixels(attributes['height']),
      })
      const { name = '', ...size } = image ?? {}
      const drawn = {
        ...attributes,
        loading: 'lazy',
        decoding: 'async',
        ...size,
        src: assets + name,
      }
      return [mark, image && drawn] as const
    }),
  )
  return new Map(images)
}

/** A length in pixels; undefined for others, such as `50%`, which browsers compute. */
function pixels(length: unknown): number | undefined {
  const [, digits] = /^\s*(\d+)(?:px)?\s*$/.exec(String(length)) ?? []
  return Number(digits) || undefined
}
