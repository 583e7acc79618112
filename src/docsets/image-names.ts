/** What the names of pictures say; apart from `images.ts`, which loads what decodes them. */

/** Whether a file is named like a picture of a format that pages can show (Astro’s input formats). */
export function isImageName(path: string): boolean {
  return isVectorName(path) || /\.(?:a?png|jpe?g|webp|gif|tiff?|avif)$/i.test(path)
}

export function isVectorName(path: string): boolean {
  return /\.svg$/i.test(path)
}
