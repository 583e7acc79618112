/** Which elements and attributes of SVG are safe: they draw, and neither run nor load anything. */

export const svgNamespace = 'http://www.w3.org/2000/svg'
export const xlinkNamespace = 'http://www.w3.org/1999/xlink'
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

/** Elements of SVG 1.1 and 2 that draw, describe or move what is drawn. */
export const drawingElements: ReadonlySet<string> = new Set(
  [
    'svg g defs symbol use switch view a title desc style',
    'path rect circle ellipse line polyline polygon text tspan textPath tref image',
    'linearGradient radialGradient meshgradient meshrow meshpatch hatch hatchpath solidcolor stop',
    'clipPath mask pattern marker filter font font-face font-face-src font-face-name glyph missing-glyph hkern vkern',
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap',
    'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode',
    'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence',
    'animate animateColor animateMotion animateTransform set mpath',
  ].flatMap((line) => line.split(' ')),
)

/** Elements that change an attribute while the image is shown. */
export const animations: ReadonlySet<string> = new Set(
  'animate animateColor animateMotion animateTransform set'.split(' '),
)

/** A reference within the file, or an embedded image. */
function isOwnAddress(address: string): boolean {
  return /^\s*(?:$|#|data:image\/(?:avif|gif|jpe?g|png|webp);base64,)/i.test(address)
}

const own = String.raw`(?:#|data:(?:image\/(?!svg)|font\/|application\/(?:x-)?font))[^"'()]*`
const ownAddress = new RegExp(String.raw`url\(\s*(?:(["'])\s*${own}\1\s*|${own})\)`, 'gi')

/**
 * Whether a style loads nothing. Functions with an address may only name a part of the file, or an embedded image or
 * font. A backslash can spell any name (CSS Syntax Level 3, escapes).
 */
export function isOwnStyle(css: string): boolean {
  if (/\\|@import|@namespace|expression\s*\(|-moz-binding|behavior\s*:/i.test(css)) return false
  if (/(?:image-set|image|cross-fade|src|element|paint)\s*\(/i.test(css)) return false
  return !/url\s*\(/i.test(css.replace(ownAddress, ''))
}

/** Whether an attribute, of no namespace or of XLink, is safe with this value. */
export function isSafeAttribute(local: string, value: string): boolean {
  const name = local.toLowerCase()
  if (name.startsWith('on')) return false
  if (name === 'href' || name === 'src') return isOwnAddress(value)
  if (name === 'style') return isOwnStyle(value)
  // Any attribute that draws may hold `url(…)`: `fill`, `filter`, `cursor`, the values of an animation.
  return !/\(/.test(value) || isOwnStyle(value)
}
