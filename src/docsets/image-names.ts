/** What the names of images say; apart from `images.ts`, which loads what decodes them. */

/**
 * Whether a file is named like an image of a format that pages can show: those that Astro reads the size of, without
 * `.apng`, of which a conversion would keep one image.
 */
export function isImageName(path: string): boolean {
  return isVectorName(path) || /\.(?:png|jpe?g|webp|gif|tiff?|avif)$/i.test(path)
}

export function isVectorName(path: string): boolean {
  return /\.svg$/i.test(path)
}
