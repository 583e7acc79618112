/** Odd but legal names, texts and bytes that writers’ files have. */
import { png } from '../tree.ts'
import type { Random } from '../drift.ts'

export function pick<T>(random: Random, all: readonly T[]): T {
  const result = all[Math.floor(random() * all.length)]
  if (result === undefined) throw new Error('Nothing to pick from')
  return result
}

export function chance(random: Random, share: number): boolean {
  return random() < share
}

/** Names of files without their extension. */
export const names: readonly string[] = [
  '100%',
  '%20',
  '%E9',
  'a%2Fb',
  'a b',
  'a#b',
  'a?b',
  'a&b',
  'a+b',
  "it's",
  '"quoted"',
  '[bracket]',
  '(round)',
  '{curly}',
  '$dollar',
  '`tick`',
  '<angle>',
  'a;b',
  'a,b',
  'a=b',
  '@at',
  '!bang',
  '~tilde',
  'back\\slash',
  '😀',
  '日本語',
  'עברית',
  '..p',
  '...',
  '.hidden',
  '_under',
  '-dash',
  'two..dots',
  'index.html',
  'steps.csv',
  'my-services',
  'link.json',
  '404',
  '404.html',
  'go',
  'print',
  'original',
  'search',
  'translation',
  'checklist',
  'INDEX',
  'CON',
  'nul',
  'aux.x',
  'İstanbul',
  'ſharp',
  'straße',
  'étape'.normalize('NFC'),
  'étape'.normalize('NFD'),
  'Résumé'.normalize('NFD'),
  'ﬁne',
  'x'.repeat(240),
  'é'.repeat(110),
  'İ'.repeat(110),
  `${'y'.repeat(100)}.${'z'.repeat(100)}`,
  'tab\tname',
  'line\u2028sep',
  'zero\u200bwidth',
  'nbsp\u00a0name',
]

/** Words that some program on the way might take for something else. */
export const texts: readonly string[] = [
  'Plain words.',
  'Astro writes `__ASTRO_IMAGE_="{}"` for pictures.',
  '__ASTRO_IMAGE_="{&quot;src&quot;:&quot;p.png&quot;}"',
  'Words with ${dollar} and `{{ braces }}`.',
  'A ]]> and --> and <!-- comment -->.',
  'A “quote” and a – dash… and an apostrophe’s.',
  'Tags such as `<your-domain>` and &lt;b&gt;.',
  'See [the page](a.md#nowhere).',
  'See [here](#here).',
  'See [up](../outside.md) and [root](/other/page).',
  'A [reference][none] and a ![picture][none].',
  'Mail <mailto:a@b.example> or https://x.example/%E9.',
  '[bad scheme](javascript:alert(1)) and [bad percent](a%E9.md).',
  'A footnote[^1].\n\n[^1]: Its words.',
  'A footnote[^a"b] and[^<x>].\n\n[^a"b]: Its words.\n\n[^<x>]: More.',
  'See [ourselves](https://x.example/gone) and <https://x.example/en-us/>.',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  '> [!NOTE]\n> A note.',
  '- [ ] a task\n- [x] done',
  'Emoji 👩‍👩‍👧‍👦 and é and e\u0301.',
  'A line with\u2028a separator and a \u0007 bell.',
  '\uFFFE and \uFFFF and \uFFFD.',
  '&#xD800; &#0; &#x110000;',
  '<a name="old-name"></a> and <a id="x"></a> and [to it](#old-name).',
  'ﬁ ﬂ ½ ²',
  '```js\nconst a = `${b}`\n```',
  '`<script>alert(1)</script>`',
  'data-pagefind-body data-page="x" @layer %ASTRO%',
]

/** Values of `title:` in front matter, as typed. */
export const titles: readonly string[] = [
  'Plain title',
  '"Quoted: title"',
  "'It''s'",
  'Title with `code` and *stars*',
  '"\\ud800"',
  '"half \\udfff pair"',
  '"\\ud83d\\ude00 whole"',
  '1.10',
  '2026-11-22',
  'true',
  'null',
  '~',
  '[a, b]',
  '{a: b}',
  '*note',
  '&anchor x',
  '!!str x',
  '!custom x',
  '"<b>bold</b> & co"',
  '"__ASTRO_IMAGE_=\\"x\\""',
  '|\n  Two\n  lines',
  '">"',
  '""',
  '"   "',
  'é'.normalize('NFD'),
  'Title: with colon',
  '"\\0"',
  '"\\x07 bell"',
  'x'.repeat(3000),
  '"${x} {y}"',
  '@at',
  '%percent',
  '`tick',
  '- dash',
  '0x1F',
  '1e3',
  '.inf',
  '#comment',
]

const svg = (attributes: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="1" height="1"/></svg>`

/** Pictures by extension. */
export const pictures: readonly (readonly [extension: string, bytes: string | Uint8Array])[] = [
  ['png', png],
  ['PNG', png],
  ['jpg', png],
  ['apng', png],
  ['svg', svg('width="10" height="10"')],
  ['svg', svg('viewBox="0 0 10 10"')],
  ['svg', svg('viewBox="0,0,10,10"')],
  ['svg', svg('')],
  ['svg', svg('width="100%" height="100%"')],
  ['svg', svg('width="0" height="0"')],
  ['svg', `<?xml version="1.0"?>\n<!-- ${'x'.repeat(1200)} -->\n${svg('width="5" height="5"')}`],
  ['svg', 'no picture'],
  ['png', new Uint8Array()],
  ['png', png.slice(0, 30)],
  ['png', svg('width="5" height="5"')],
  ['bmp', png],
  ['ico', png],
  ['gif', png],
  ['webp', png],
  ['', png],
]

/** An address of a file as writers type it: encoded, in angle brackets, or as it is. */
export function typed(random: Random, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  if (/[\t\n]/.test(path)) return encoded
  return pick(random, [encoded, encoded, encodeURI(path), `<${path.replace(/[<>]/g, '\\$&')}>`])
}
