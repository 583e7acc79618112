/** What the names of pictures say; apart from `images.ts`, which loads what decodes them. */

/**
 * Whether a file is named like a picture of a format that pages can show: Astro’s input formats without
 * `.apng`, which Astro imports but then refuses to place on a page (`VALID_SUPPORTED_FORMATS`).
 */
export function isImageName(path: string): boolean {
  return isVectorName(path) || /\.(?:png|jpe?g|webp|gif|tiff?|avif)$/i.test(path)
}

export function isVectorName(path: string): boolean {
  return /\.svg$/i.test(path)
}
