/** The HTML that a guide may write itself. */

const setOf = (text: string) => new Set(text.split(' '))

export const allowedElements: ReadonlySet<string> = setOf(
  'a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr',
)

/** Elements that could run something, or bring it from elsewhere; the others of HTML are only not shown. */
export const unsafeElements: ReadonlySet<string> = setOf(
  'applet base button embed form frame frameset iframe input link meta object script select style svg template textarea',
)

/** Elements whose content is not for readers. */
export const codeElements: ReadonlySet<string> = setOf('script style')

/** Elements without content. */
export const voidElements: ReadonlySet<string> = setOf('br col hr img wbr')

/** Elements that hold words, not paragraphs. */
export const wordElements: ReadonlySet<string> = setOf('p h1 h2 h3 h4 h5 h6 summary caption')

/** Elements that end the paragraph around them, as browsers read it. */
export const blockElements: ReadonlySet<string> = setOf(
  'aside blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul',
)

/** Attributes that hold an address. */
export const addressAttributes: ReadonlySet<string> = setOf('href src cite')

export const booleanAttributes: ReadonlySet<string> = setOf('hidden open reversed')

const everywhere = setOf('class classname dir hidden id lang role title translate')

const ofElement: Readonly<Record<string, ReadonlySet<string>>> = {
  a: setOf('download href hreflang name rel'),
  blockquote: setOf('cite'),
  col: setOf('span'),
  colgroup: setOf('span'),
  del: setOf('cite datetime'),
  details: setOf('name open'),
  img: setOf('alt height loading src width'),
  ins: setOf('cite datetime'),
  li: setOf('value'),
  ol: setOf('reversed start type'),
  q: setOf('cite'),
  td: setOf('align colspan headers rowspan'),
  th: setOf('abbr align colspan headers rowspan scope'),
  time: setOf('datetime'),
}

/**
 * Whether a guide may give an element this attribute. Not `data-…`: by those the scripts of the site find
 * what they work on, and a guide could send readers elsewhere through them.
 */
export function isAllowedAttribute(name: string, element: string): boolean {
  const lower = name.toLowerCase()
  return (
    everywhere.has(lower) ||
    (Object.hasOwn(ofElement, element) && ofElement[element]?.has(lower) === true) ||
    lower === 'data-pagefind-ignore' ||
    /^aria-[a-z\d-]+$/.test(lower)
  )
}

/** Names that differ between HTML and its tree; for the others, plain lower case is understood. */
const inTree = new Map([
  ['class', 'className'],
  ['classname', 'className'],
  ['colspan', 'colSpan'],
  ['data-change', 'dataChange'],
  ['data-passerelle-block', 'dataPasserelleBlock'],
  ['data-state', 'dataState'],
  ['datetime', 'dateTime'],
  ['hreflang', 'hrefLang'],
  ['rowspan', 'rowSpan'],
])

export function propertyName(attribute: string): string {
  const lower = attribute.toLowerCase()
  return inTree.get(lower) ?? lower
}

/** The scheme of an address as a browser finds it: control characters and spaces do not hide it. */
export function schemeOf(address: string): string | undefined {
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(address.replace(/[\s\p{Cc}]/gu, '')) ?? []
  return scheme?.toLowerCase()
}
