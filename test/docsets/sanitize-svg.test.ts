import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sanitizeSvg } from '#src/docsets/sanitize-svg.ts'

const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const svg = (content: string, attributes = '') => `<svg ${names}${attributes}>${content}</svg>`

describe('anything in a drawing that could run or load something is removed and reported', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', '<script>'],
    ['a script in another prefix', `<s:script xmlns:s="http://www.w3.org/2000/svg"/>`, '<script>'],
    ['HTML’s script', '<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>', '<script>'],
    ['HTML inside', '<foreignObject><b onclick="x"/></foreignObject>', '<foreignObject>'],
    ['a handler', '<rect onclick="alert(1)"/>', 'onclick'],
    ['a handler in capitals', '<rect ONLOAD="alert(1)"/>', 'ONLOAD'],
    ['a program as an address', '<a href="javascript:alert(1)"><rect/></a>', 'href'],
    ['one that XLink names', '<a xlink:href=" java&#9;script:alert(1)"><rect/></a>', 'href'],
    ['an address elsewhere', '<image href="https://other.example/i.png"/>', 'href'],
    ['one without a scheme', '<use href="other.svg#part"/>', 'href'],
    ['a document as data', '<image href="data:image/svg+xml,x"/>', 'href'],
    ['an address in a style', '<rect style="fill:url(//other.example/x)"/>', 'style'],
    ['an address that draws', '<rect fill="url(https://other.example/x#y)"/>', 'fill'],
    ['an escaped name in a style', '<rect style="fill:u\\72l(//other.example)"/>', 'style'],
    ['a style sheet', '<style>@import "//other.example";</style>', '<style> with'],
    ['one cut by CDATA', '<style>@im<![CDATA[port "//x"]]></style>', '<style> with'],
    ['an image of a set', '<style>a{fill:image-set("//x" 1x)}</style>', '<style> with'],
    ['an animated address', '<set attributeName="xlink:href" to="javascript:x"/>', '<set>'],
    ['an animated handler', '<animate attributeName="onclick" to="x"/>', '<animate>'],
    ['a listener', '<handler type="application/ecmascript">x</handler>', '<handler>'],
    ['a frame', '<iframe xmlns="http://www.w3.org/1999/xhtml" src="//x"/>', '<iframe>'],
  ])('%s', (_, content, report) => {
    const { svg: safe, removed } = sanitizeSvg(svg(`<g>${content}<circle r="1"/></g>`))
    expect(safe).toContain('<circle r="1"></circle></g></svg>')
    expect(safe).not.toMatch(/alert|script|other\.example|\/\/x|@import|on(?:click|load)|iframe/i)
    expect(removed).toEqual([expect.stringContaining(report)])
  })

  test('a style sheet before the drawing, and a base for its addresses', () => {
    const before = '<?xml-stylesheet href="//other.example/x.css"?><!DOCTYPE svg>'
    const { svg: safe, removed } = sanitizeSvg(before + svg('<g/>', ' xml:base="//other.example/"'))
    expect(safe).toBe(`<svg ${names}><g></g></svg>\n`)
    expect(removed).toEqual(['<?xml-stylesheet?>'])
  })
})

test('every attribute that begins with `on`, wherever it stands, is taken out', () => {
  const elements = ['svg', 'g', 'rect', 'text', 'animate', 'a', 'image', 'style', 'title']
  const handlers = ['load', 'error', 'begin', 'end', 'repeat', 'focusin', 'x', 'pointerrawupdate']
  for (const element of elements) {
    for (const handler of handlers) {
      const { svg: safe } = sanitizeSvg(svg(`<${element} on${handler}="alert(1)"/>`))
      expect(safe).toBe(svg(`<${element}></${element}>`) + '\n')
    }
  }
})

describe('what draws stays as it is', () => {
  test.each([
    '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs><rect fill="url(#a)" transform="rotate(45)"></rect>',
    '<style>.a{fill:url("#b");stroke:rgb(1,2,3)}</style><path class="a" d="M0 0h10"></path>',
    '<filter id="f"><feGaussianBlur stdDeviation="2"></feGaussianBlur></filter><use xlink:href="#f"></use>',
    '<image href="data:image/png;base64,iVBORw0KGgo="></image>',
    '<text xml:space="preserve" x="1">A &#38; B <tspan dy="1">é</tspan></text><title>Names</title>',
    '<circle r="1"><animate attributeName="r" values="1;2" dur="1s"></animate></circle>',
  ])('%s', (content) => {
    expect(sanitizeSvg(svg(content))).toEqual({ svg: `${svg(content)}\n`, removed: [] })
  })

  test('metadata of drawing programs is removed without a report', () => {
    const entities = '<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>'
    const notes =
      '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/x"/><metadata>x</metadata>'
    expect(sanitizeSvg(`${entities}<svg xmlns="&ns_svg;">${notes}<g/></svg>`)).toEqual({
      svg: '<svg xmlns="http://www.w3.org/2000/svg"><g></g></svg>\n',
      removed: [],
    })
  })

  test('drawings of other projects look the same', () => {
    const folder = new URL('../../node_modules/playwright-core/lib/vite/', import.meta.url)
    const paths = ['dashboard/playwright-logo.svg', 'traceViewer/playwright-logo.svg']
    for (const path of paths) {
      const text = readFileSync(new URL(path, folder), 'utf8')
      const { svg: safe = '', removed } = sanitizeSvg(text)
      expect(removed).toEqual([])
      const tags = (drawing: string) => drawing.match(/<[a-z]\w*/gi)
      expect(tags(safe)).toEqual(tags(text))
    }
  })
})

test.each([
  ['damaged', '<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>'],
  ['with an entity that nothing declares', svg('&nbsp;')],
  [
    'with entities that multiply',
    `<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${svg('&b;')}`,
  ],
  ['of something else', '<html xmlns="http://www.w3.org/1999/xhtml"><script/></html>'],
  ['empty', ''],
])('a file %s is no drawing', (_, text) => {
  expect(sanitizeSvg(text).svg).toBeUndefined()
})
