/** What the check of a built site says of addresses that lead nowhere. */
import { expect, test } from 'vitest'
import { checkBuilt } from '#src/permalinks/built/check.ts'
import {
  azureTargets,
  nginxTargets,
  redirectTargets,
  sitemapAddresses,
} from '#src/permalinks/built/lists.ts'
import { scanHtml } from '#src/permalinks/built/scan.ts'
import { searchTargets } from '#src/search/index-part.ts'

const page = (lang: string, body: string) => `<!doctype html><html lang="${lang}">${body}</html>`

const whole: Readonly<Record<string, string>> = {
  'index.html': page('en', '<a href="/docs/en/">English</a>'),
  'en/index.html': page('en', '<a href="guide/#do">Do</a>'),
  'en/guide/index.html': page('en', '<h2 id="do">Do</h2><h2 id="été">Summer</h2>'),
  'fr-fr/index.html': page('fr-FR', '<a href="guide">Guide</a>'),
  'fr-fr/guide/index.html': page('fr-FR', '<h2 id="do">Faire</h2>'),
  'fr-fr/été/index.html': page('fr-FR', ''),
  'a.png': '',
  'b.png': '',
}

/** `file: rule address near` of each finding, with `body` as another English page, and lists. */
function told(body: string, lists: Readonly<Record<string, readonly string[]>> = {}) {
  const texts = { ...whole, 'en/page/index.html': page('en', body) }
  const html = Object.entries(texts).filter(([file]) => file.endsWith('.html'))
  const findings = checkBuilt({
    origin: 'https://x.example',
    base: '/docs/',
    files: new Set(Object.keys(texts)),
    pages: new Map(html.map(([file, text]) => [file, scanHtml(text)])),
    lists: Object.entries(lists).map(([file, addresses]) => ({ file, addresses })),
    nameOf: (file) => `dist/${file}`,
  })
  return findings.map(({ address, message: { file, ruleId, reason } }) => {
    const near = /Did you mean `(.*)`/.exec(reason)?.[1]
    return [file, ruleId, address, ...(near ? [near] : [])].join(' ')
  })
}

test.each([
  [
    'pages with and without the last slash',
    '<a href="/docs/en/guide/"></a><a href="/docs/en/guide"></a>',
  ],
  ['anchors, encoded or not', '<a href="../guide/#do"></a><a href="../guide/#%C3%A9t%C3%A9"></a>'],
  ['an id that is encoded itself', '<p id="a%22b"></p><a href="#a%22b"></a>'],
  ['whole addresses that an author wrote', '<a href="https://x.example/docs/gone/"></a>'],
  ['pages whose names are encoded', '<a hreflang="fr" href="/docs/fr-fr/%C3%A9t%C3%A9/"></a>'],
  ['queries', '<a href="/docs/en/guide/?phase=x#do"></a>'],
  ['itself', '<p id="here"></p><a href="#here"></a><a href="#"></a><a href="#top"></a>'],
  ['a text fragment', '<a href="../guide/#:~:text=Do"></a>'],
  [
    'other hosts, mail, data',
    '<a href="https://y.example/z"></a><a href="mailto:a@b.c"></a><img src="data:image/png,">',
  ],
  ['old names', '<a name="old"></a><a href="#old"></a>'],
  [
    'what only looks like an address',
    '<!-- <a href="/no/"> --><script>"<a href=\'/no/\'>"</script><p title=\'<a href="/no/">\'></p>',
  ],
])('nothing of links to %s', (_, body) => {
  expect(told(body)).toEqual([])
})

test.each([
  ['a page', '<a href="/docs/en/guide/x">x</a>', 'built-dead /docs/en/guide/x /docs/en/guide/'],
  [
    'a page, nearly',
    "<a href='/docs/en/giude/'>x</a>",
    'built-dead /docs/en/giude/ /docs/en/guide/',
  ],
  ['an anchor, nearly', '<a href="../guide/#doo">x</a>', 'built-anchor ../guide/#doo #do'],
  ['an anchor of the page', '<a href="#nothing-like-it">x</a>', 'built-anchor #nothing-like-it'],
  ['an image', '<img src="/docs/c.png">', 'built-dead /docs/c.png /docs/a.png'],
  [
    'a part of srcset',
    '<img srcset="/docs/a.png 1x, /docs/cc.png 2x">',
    'built-dead /docs/cc.png /docs/a.png',
  ],
  ['a source', '<source srcset="/docs/none-at-all.webp">', 'built-dead /docs/none-at-all.webp'],
  [
    'a script in a template',
    '<template><script src="/docs/x-script.js"></script></template>',
    'built-dead /docs/x-script.js',
  ],
  [
    'a refresh',
    '<meta http-equiv="refresh" content="0; url=/docs/en/gone-away/">',
    'built-dead /docs/en/gone-away/',
  ],
  [
    'a canonical address',
    '<link rel="canonical" href="https://x.example/docs/en/pages/">',
    'built-dead https://x.example/docs/en/pages/ /docs/en/page/',
  ],
  [
    'a language',
    '<link rel="alternate" hreflang="fr" href="https://x.example/docs/fr-fr/page/">',
    'built-dead https://x.example/docs/fr-fr/page/',
  ],
  ['a picture of the drawing', '<svg><use href="#shape"/></svg>', 'built-anchor #shape'],
  [
    'entities',
    '<a href="/docs/en/?a=1&amp;b=2#x&#x27;y">x</a>',
    "built-anchor /docs/en/?a=1&b=2#x'y",
  ],
  ['what lies outside', '<a href="/en/guide/">x</a>', 'built-base /en/guide/'],
  ['another language', '<a href="/docs/fr-fr/guide/">x</a>', 'built-language /docs/fr-fr/guide/'],
])('%s that is not there is named, with the nearest one', (_, body, expected) => {
  expect(told(body)).toEqual([`dist/en/page/index.html ${expected}`])
})

test('addresses outside pages are checked, too', () => {
  const lists = {
    'sitemap.xml': sitemapAddresses(
      '<url><loc>https://x.example/docs/en/guid/</loc><xhtml:link rel="alternate" hreflang="fr" href="https://x.example/docs/fr-fr/guide/"/></url>',
    ),
    _redirects: redirectTargets(
      '# old\n/docs/en/a/ /docs/en/guide/#do 301\n/docs/en/b/ /docs/en/b/ 301\n',
    ),
    '.nginx/http.conf': nginxTargets(
      'map $uri $passerelle_moved {\n  default "";\n  "/docs/en/a/" "/docs/en/guide/$is_args$args#do";\n  "/docs/\\"b" "/docs/quoted-\\"b/";\n}\nmap $uri $kept {\n  "/docs/" "for a year";\n}\n',
    ),
    'staticwebapp.config.json': azureTargets(
      '{"routes":[{"route":"/docs/a/","redirect":"/docs/en/gone-from-here/"},{"route":"/docs/_astro/*"}]}',
    ),
    'pagefind/fragment/x': searchTargets(
      'pagefind_dcd{"url":"/docs/en/guide/","anchors":[{"id":"do"},{"id":"été"},{"id":"none"}]}',
    ),
  }
  expect(told('', lists)).toEqual([
    'dist/sitemap.xml built-dead https://x.example/docs/en/guid/ /docs/en/guide/',
    'dist/_redirects built-dead /docs/en/b/ /docs/en/',
    'dist/.nginx/http.conf built-dead /docs/quoted-"b/',
    'dist/staticwebapp.config.json built-dead /docs/en/gone-from-here/',
    'dist/pagefind/fragment/x built-anchor /docs/en/guide/#none',
  ])
})

test('the same address is reported once for each page', () => {
  const link = '<a href="/docs/no-such-page-at-all/"></a>'
  expect(told(link + link)).toHaveLength(1)
})
