/** Markdown, and what only one dialect reads. */
import { vectors } from './vector.ts'

export const markdownVectors = [
  ...vectors(
    'body',
    String.raw`
link-javascript | [a](javascript:{run})
link-javascript-angle | [a](<javascript:{run}>)
link-javascript-mixed | [a](JAVASCRIPT:{run})
link-javascript-entity | [a](&#x6A;avascript:{run})
link-javascript-newline | [a](<java&NewLine;script:{run}>)
link-javascript-escaped | [a](java\script:{run})
link-data | [a](data:text/html,<b>)
link-vbscript | [a](vbscript:{run})
link-file | [a](file:///etc/passwd)
link-title | [a](#x "\" onmouseover={run} x=\"")
link-title-quote | [a](#x '"><script>{run}</script>')
link-text | [<img src=x onerror={run}>](#x)
link-quote | [a](#"onmouseover={run})
reference | [a][r]⏎⏎[r]: javascript:{run} "t"
reference-title | [a][r]⏎⏎[r]: #x '"><img src=x onerror={run}>'
reference-name | [<img src=x onerror={run}>]⏎⏎[<img src=x onerror={run}>]: #x
autolink-javascript | <javascript:{run}>
autolink-data | <data:text/html,x>
autolink-quote | <https://{far}"onmouseover={run}>
autolink-mail | <a@b.example"onmouseover={run}>
literal-link | www.{far}"onmouseover="{run}
image-foreign | ![a](https://{far}.png)
image-foreign-no-scheme | ![a](//{far}.png)
image-foreign-no-slashes | ![a](https:{far}.png)
image-foreign-backslash | ![a](\\\\{far}.png)
image-javascript | ![a](javascript:{run})
image-data | ![a](data:image/svg+xml,%3Csvg%20onload=x%3E)
image-alt | !["onerror="{run}](x.png)
image-alt-tag | ![<script>{run}</script>](x.png)
image-title | ![a](x.png "\"onerror=\"{run}")
image-reference | ![a][r]⏎⏎[r]: https://{far}.png
heading | ## <img src=x onerror={run}>
heading-code | ## ${'`'}<script>{run}</script>${'`'}
fence | ${'```'}⏎</code></pre><script>{run}</script>⏎${'```'}
fence-info | ${'```'}"><script>{run}</script>⏎a⏎${'```'}
fence-info-braces | ${'```'}js {onload={run}} title="><img src=x onerror={run}>"⏎a⏎${'```'}
fence-tilde | ~~~x" onmouseover="{run}⏎a⏎~~~
code | ${'`'}</code><script>{run}</script>${'`'}
table | ❘a❘<img src=x onerror={run}>❘⏎❘-❘-❘⏎❘<script>{run}</script>❘[b](javascript:{run})❘
footnote | a[^n]⏎⏎[^n]: <img src=x onerror={run}> [b](javascript:{run})
footnote-name | a[^"onload={run}]⏎⏎[^"onload={run}]: b
task | - [ ] <img src=x onerror={run}>
alert | > [!NOTE]⏎> <img src=x onerror={run}>
alert-kind | > [!<script>{run}</script>]⏎> a
quote-script | > <script>⏎> {run}⏎> </script>
list-script | - a⏎⏎  <script>{run}</script>
hard-break | a\⏎<script>{run}</script>
emphasis | **<img src=x onerror={run}>**
nested-brackets | [a[b](javascript:{run})](#x)
definition-twice | [a]: #x⏎[a]: javascript:{run}⏎⏎[a]
control-characters | [a](` +
      '\u0001javascript:{run})' +
      String.raw`
bidi | [a‮](javascript:{run})
unicode-scheme | [a](ｊavascript:{run})
`.replaceAll('❘', '|'),
  ),
  ...vectors(
    'mdx',
    String.raw`
expression | {{run}}
expression-global | {globalThis.process.exit(7)}
expression-template | a {${'`'}<img src=x onerror={run}>${'`'}} b
expression-flow | {(() => { globalThis.x = "{run}" })()}
import | import x from "node:fs"
import-foreign | import x from "https://{far}"
export | export const a = {run}
export-default | export default () => null
spread | <p {...{ onClick: {run} }}>a</p>
spread-html | <p {...{ "set:html": "<img src=x onerror={run}>" }}>a</p>
set-html | <p set:html="<img src=x onerror={run}>">a</p>
fragment-html | <Fragment set:html="<img src=x onerror={run}>" />
client | <PhaseDiagram client:load docset="a" locale="en" onclick="{run}" />
component-props | <PhaseDiagram docset='"><script>{run}</script>' locale="en" />
attribute-expression | <a href={"javascript:{run}"}>a</a>
dangerously | <p dangerouslySetInnerHTML={{ __html: "<img src=x onerror={run}>" }} />
directive-attribute | :::procedure{by=customer onclick="{run}"}⏎1. :step{#s onload="{run}"} **a.**⏎:::
directive-id | :::procedure{by=customer}⏎1. :step{#"><script>{run}</script>} **a.**⏎:::
directive-label | :::screen[<img src=x onerror={run}>]⏎a⏎:::
directive-anchor | ## a :anchor{#x"onload={run}}
directive-unknown | :span[a]{onclick="{run}"} ::iframe{src="https://{far}"}
directive-matrix | ::matrix{phase='"><script>{run}</script>'}
heading-id | ## a {#"onload={run}}
prototype | <p __proto__="x" constructor="y">a</p>
comment | {/* */}<img src="x" onerror="{run}" alt="a" />{/* */}
namespace | <svg:script>{run}</svg:script>
member | <a.b.c onload="{run}" />
class-hooks | <div className="search-source"><a className="search-open" href="https://{far}">a</a></div>
`,
  ),
  ...vectors(
    'md',
    String.raw`
include | [!include[<script>{run}</script>](x.md)]
include-inline | a [!INCLUDE ["onload={run}](inc/evil.md)] b
include-block | [!INCLUDE [x](inc/evil.md)]
video | > [!VIDEO https://{far}]
video-javascript | > [!VIDEO javascript:{run}]
code-snippet | [!code-js["onload={run}](x.js)]
row | :::row:::⏎:::column span="1" onload="{run}":::⏎<img src=x onerror={run}>⏎:::column-end:::⏎:::row-end:::
image | :::image type="content" source="https://{far}.png" alt-text="a" onerror="{run}":::
moniker | ::: moniker range="><script>{run}</script>"⏎a⏎::: moniker-end
zone | ::: zone target="docs"⏎<script>{run}</script>⏎::: zone-end
tabs | # [<img src=x onerror={run}>](#tab/x"onload={run})⏎a⏎***
xref | <xref:x"onload={run}?displayProperty=name> @x"onload={run}
name | <a name="x" onmouseover="{run}"></a><a name='"><script>{run}</script>'></a>
placeholder | <your-domain onclick="{run}"> <https://{far}
button | > [!div class="nextstepaction" onclick="{run}"]⏎> [a](javascript:{run})
`,
  ),
]
