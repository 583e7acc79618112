/**
 * A program that asks for Markdown (`Accept: text/markdown`) gets a page’s twin at the page’s own address.
 *
 * By RFC 9110, section 12.5.1, as far as an expression can compare: the twin is sent where nothing is preferred to
 * Markdown, or where it is accepted and HTML is not. A `q` of more than zero and less than one beside HTML gets HTML.
 * Netlify, Cloudflare Pages and Vercel need a function for it (`examples/negotiation`); Azure Static Web Apps have nothing.
 */

/** Expressions in the words of PCRE, without regard to case: the twin is sent where one of them fits. */
const wantsMarkdown: readonly string[] = [
  String.raw`(?:^|,) *text/markdown *(?:; *q=1(?:\.0*)? *)?(?:,|$)`,
  String.raw`^(?!.*(?:text/html|text/\*|\*/\*))(?:.*,)? *text/markdown(?= *(?:[;,]|$))(?! *; *q=0(?:\.0*)? *(?:,|$))`,
]

/** Answers that are others for another `Accept`. */
const negotiated = String.raw`index\.(?:html|md)$`

/**
 * For nginx: lines of `http { }`, and of the site’s `location`.
 *
 * @param variable - Gives the names of the site’s variables.
 */
export function nginxMarkdown(variable: (name: string) => string): {
  http: string[]
  location: string[]
} {
  return {
    http: [
      `map $http_accept ${variable('index')} {`,
      '  default index.html;',
      ...wantsMarkdown.map((pattern) => `  "~*${pattern}" index.md;`),
      '}',
      `map $uri ${variable('vary')} {`,
      // Asked for again for the file itself, which has another address.
      '  volatile;',
      '  default "";',
      `  "~/${negotiated}" Accept;`,
      '}',
    ],
    location: [
      `  index ${variable('index')} index.html;`,
      `  add_header Vary ${variable('vary')};`,
      // It inherits all headers of the location around it, for it has none of its own.
      String.raw`  location ~ \.md$ {`,
      '    types { }',
      '    default_type text/markdown;',
      '    charset_types text/markdown;',
      '    gzip_types text/markdown;',
      '  }',
    ],
  }
}

/** For Apache, in the `.htaccess` of the site’s own folder. */
export function apacheMarkdown(base: string): string {
  return [
    '# Made by `passerelle build`: Markdown for those who ask for it.',
    '<IfModule mod_mime.c>',
    '  AddType text/markdown .md',
    '  AddCharset utf-8 .md',
    '</IfModule>',
    '<IfModule mod_rewrite.c>',
    '  RewriteEngine On',
    `  RewriteBase ${base}`,
    '  RewriteCond %{REQUEST_FILENAME}/index.md -f',
    ...wantsMarkdown.map(
      (pattern, index) =>
        `  RewriteCond %{HTTP:Accept} "${pattern}" [NC${index < wantsMarkdown.length - 1 ? ',OR' : ''}]`,
    ),
    '  RewriteRule ^(.*/)?$ $1index.md [L]',
    '</IfModule>',
    '<IfModule mod_headers.c>',
    `  <FilesMatch "^${negotiated}">`,
    '    Header merge Vary Accept',
    '  </FilesMatch>',
    '</IfModule>',
    '',
  ].join('\n')
}
