/** Formats of images by file name. Not in `images.ts`, which imports decoders. */

/**
 * Whether a file name has the extension of a format that pages can show: those whose size Astro reads, without
 * `.apng`, of which a conversion would keep one frame.
 */
export function isImageName(path: string): boolean {
  return isVectorName(path) || /\.(?:png|jpe?g|webp|gif|tiff?|avif)$/i.test(path)
}

export function isVectorName(path: string): boolean {
  return /\.svg$/i.test(path)
}
