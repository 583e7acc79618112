/** The marks by which Astro finds the images of a page that it is to size. */
import type { Properties } from 'hast'
import { find, html } from 'property-information'

/**
 * How Astro’s content layer marks an image that it sizes and converts: as @astrojs/markdown-remark writes it, one
 * attribute with the others as JSON, for an entry whose `imagePaths` names the image.
 */
export function astroImageAttributes(properties: Properties): Properties {
  const attributes = Object.entries(properties).map(([name, value]) => [
    find(html, name).attribute,
    attributeValue(name, value),
  ])
  return { __ASTRO_IMAGE_: JSON.stringify({ ...Object.fromEntries(attributes), index: 0 }) }
}

/** Astro wants sizes as numbers, and writes lists with commas. */
function attributeValue(name: string, value: Properties[string]): Properties[string] {
  if (name === 'width' || name === 'height') return Number.parseInt(String(value)) || undefined
  return Array.isArray(value) ? value.join(' ') : value
}
