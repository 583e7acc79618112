/**
 * How Astro's content layer marks an image that it is to size and convert.
 *
 * The form is the one that @astrojs/markdown-remark writes: one attribute that holds the others as
 * JSON, replaced when the page is rendered.
 */
import type { Properties } from 'hast'

/** Attributes for `rendered.html` of a content entry whose `imagePaths` names the image. */
export function astroImageAttributes(attributes: Properties): Properties {
  return { __ASTRO_IMAGE_: JSON.stringify({ ...attributes, index: 0 }) }
}
