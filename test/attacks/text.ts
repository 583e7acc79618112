/** Values that are no markup, and what comes from the address and the browser. */
import { vectors } from './vector.ts'

export const textVectors = vectors(
  'text',
  String.raw`
script | A <script>{run}</script> page
img | A <img src=x onerror={run}> page
double-quote | "><script>{run}</script>
single-quote | '><script>{run}</script>
attribute | " onmouseover="{run}" autofocus onfocus="{run}" x="
attribute-single | ' onmouseover='{run}
close-title | </title><script>{run}</script>
close-script | </script><script>{run}</script>
close-style | </style></textarea></noscript><img src=x onerror={run}>
close-template | </template><img src=x onerror={run}>
comment | --><script>{run}</script><!--
json | \"}];{run}//
line-separator | a\u2028{run}
entity | &lt;img src=x onerror={run}&gt;
entity-number | &#60;script&#62;{run}&#60;/script&#62;
markdown | [a](javascript:{run}) ![b](https://{far}.png)
javascript | javascript:{run}
data | data:text/html,<script>{run}</script>
foreign | //{far}
template | {title} {{run}} ${'$'}{{run}} <%= {run} %>
replacement | $& $1 $' $${'`'} <img src=x onerror={run}>
prototype | __proto__
constructor | constructor
formula | =HYPERLINK("https://{far}","a")
formula-plus | +{run}
formula-at | @SUM(1)|'cmd'!A1
meta | 0;url=https://{far}
svg | <svg/onload={run}>
backtick | ${'`'}-{run}-${'`'}
expression | {constructor.constructor("{run}")()}
`,
)

export const linkVectors = vectors(
  'link',
  String.raw`
javascript | javascript:{run}
javascript-tab | java	script:{run}
javascript-space |  javascript:{run}
javascript-upper | JAVASCRIPT:{run}
data | data:text/html,<script>{run}</script>
vbscript | vbscript:{run}
quote | https://x.example/"onmouseover="{run}
tag | https://x.example/<script>{run}</script>
hash | #"><img src=x onerror={run}>
relative | ../../"><img src=x onerror={run}>
semicolon | /a;url=javascript:{run}
`,
)

/** Names of files; what a file system takes. */
export const fileVectors = vectors(
  'file',
  String.raw`
quote | a"onmouseover=b
tag | a<img src=x onerror=b>
single | a'onmouseover=b'
script | a<script>b
ampersand | a&lt;script&gt;
semicolon | a;url=javascript:b
braces | a{{b}}
dollar | a$b${'`'}c
`,
)

const payload = '<img src=x onerror={run}>'

export const hashVectors = vectors(
  'hash',
  String.raw`
tag | ${payload}
encoded | %3Cimg%20src=x%20onerror={run}%3E
broken | %
broken-utf8 | %E0%A4%A
selector | "],*{}
phase | _phase-"><img src=x onerror={run}>
javascript | javascript:{run}
proto | __proto__
route | //{far}
main | _main
`,
)

export const queryVectors = vectors(
  'query',
  String.raw`
q | q=${payload}
q-quote | q="%3E${payload}
q-mark | q=%3Cmark%3E${payload}%3C/mark%3E
q-script | q=%3Cscript%3E{run}%3C/script%3E
guide | q=a&guide="%3E${payload}
party | q=a&party=%27%3E${payload}&phase=x&service=y
phase | phase="]${payload}
state | state=${payload}&docset="%3E
id | id=${payload}
id-javascript | id=javascript:{run}
id-foreign | id=//{far}
id-proto | id=__proto__
proto | __proto__[x]=1&constructor=2
url | url=javascript:{run}&next=https://{far}
long | q=${'a'.repeat(300)}${payload}
`,
)

/** `key=value` of the browser’s storage. */
export const storedVectors = vectors(
  'stored',
  String.raw`
theme | passerelle-theme="><img src=x onerror={run}>
theme-url | passerelle-theme=x]{background:url(https://{far})}
locale | passerelle-locale=javascript:{run}
locale-foreign | passerelle-locale=//{far}
key | passerelle-search-key=${payload}
progress-text | passerelle-progress-a=${payload}
progress-done | passerelle-progress-a={"format":"passerelle-progress","version":1,"docset":"a","done":["<img src=x onerror={run}>"]}
progress-object | passerelle-progress-a={"done":{"length":1,"0":"x"}}
progress-proto | passerelle-progress-a={"__proto__":{"done":["x"]},"version":"1"}
progress-null | passerelle-progress-a=null
`,
)
