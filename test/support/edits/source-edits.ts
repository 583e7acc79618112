/** Edits of what a site has as source: its configuration and its plugins; strings are between single quotes. */
import { type TextEdit, onLine, swapped, withoutLine } from './text-edits.ts'

/** Edits of a configuration. */
export const sourceEdits: Readonly<Record<string, TextEdit>> = {
  'a line less': (text, random) => withoutLine(text, random, /^\s+('|\{ (id|docset|page):).*,$/),
  'two lines changed round': (text, random) => swapped(text, random, /^\s+'[\w-]+',$/),
  'another string': (text, random) =>
    onLine(text, random, /'[^']+'/, (line) => line.replace(/'([^']+)'(?!.*')/, "'$1x'")),
  'another title': (text, random) =>
    onLine(text, random, /title:/, (line) => line.replace(/'[^']*'(?=[^']*$)/, "'Title'")),
  'another base': (text) =>
    text.includes("base: '/',")
      ? text.replace("base: '/',", "base: '/docs/',")
      : text.replace("base: '/docs/',", "base: '/',"),
  'languages in another order': (text) =>
    text.replace(/locales: \['([\w-]+)', '([\w-]+)'\]/, "locales: ['$2', '$1']"),
}

const inToc = /(?<=^ {6}toc: \[\n)[^]*?(?=^ {6}\],)/gm

/** A docset's pages, in their order. */
export const tocEdits: Readonly<Record<string, TextEdit>> = {
  'an entry less': inOneToc((text, random) => withoutLine(text, random, entry)),
  'an entry twice': inOneToc((text, random) =>
    onLine(text, random, entry, (line) => `${line}\n${line}`),
  ),
  'two entries changed round': inOneToc((text, random) => swapped(text, random, entry)),
  'an entry more': inOneToc((text, random) =>
    onLine(
      text,
      random,
      entry,
      (line) => `'${random.pick(['added', 'other', 'renamed', 'gone'])}',\n${line}`,
    ),
  ),
}

const entry = /^\s+(?:'[\w-]+'|\{ page: .*\}),$/

/** The same text where the configuration has no contents. */
function inOneToc(edit: TextEdit): TextEdit {
  return (text, random) => {
    const all = [...text.matchAll(inToc)]
    const found = all.length ? random.pick(all) : undefined
    if (!found) return text
    const [before, after] = [found.index, found.index + found[0].length]
    return text.slice(0, before) + edit(found[0], random) + text.slice(after)
  }
}

/** Edits of a plugin's code. */
export const codeEdits: Readonly<Record<string, TextEdit>> = {
  'another word': (text, random) =>
    onLine(text, random, /^ .*'[\p{L} ]+'/u, (line) =>
      line.replace(
        /'[\p{L} ]+'(?!.*')/u,
        `'${random.pick(['tenant', 'package', 'Page', 'step'])}'`,
      ),
    ),
  'a line less': (text, random) => withoutLine(text, random, /^ .*',$|; return$/),
  'a comment': (text) => `${text}// Nothing that counts.\n`,
  'a part that throws': (text) =>
    text.replace('/* here */', "if (tree.children.length > 40) throw new Error('Too long')"),
}
