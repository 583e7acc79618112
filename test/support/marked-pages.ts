/**
 * Pages made at random from a grammar of Markdown, well formed or not, in which every word is there once.
 *
 * The same seed makes the same page.
 */
export type Dialect = 'guide' | 'docfx'

export interface MarkedPage {
  text: string
  /** Every word that readers are to see, and its line in the page, from 1. */
  words: ReadonlyMap<string, number>
  /** Files that the page, or another of them, includes, by their paths beside the page. */
  includes?: ReadonlyMap<string, Pick<MarkedPage, 'text' | 'words'>>
}

interface Maker {
  dialect: Dialect
  /** A number from 0 up to `below`. */
  below: (below: number) => number
  pick: <Value>(values: readonly Value[]) => Value
  word: () => string
  /** Names for definitions, each used once. */
  name: () => string
  /** Texts of files to include, by their paths beside the page. */
  files: Map<string, string>
}

export function markedPage(seed: number, dialect: Dialect): MarkedPage {
  const maker = makerOf(seed, dialect)
  const blocks = repeat(1 + maker.below(5), () => block(maker, 0))
  const text = `---\ntitle: Page\n---\n\n${blocks.join('\n\n')}\n`
  const includes = new Map(
    [...maker.files].map(([path, own]) => [path, { text: own, words: wordsOf(own) }]),
  )
  return { text, words: wordsOf(text), includes }
}

function wordsOf(text: string): Map<string, number> {
  const words = new Map<string, number>()
  for (const [index, line] of text.split('\n').entries()) {
    for (const [word] of line.matchAll(/zq\d+q/g)) words.set(word, index + 1)
  }
  return words
}

function makerOf(seed: number, dialect: Dialect): Maker {
  let state = seed + 0x9e3779b9
  let count = 0
  // Mulberry32: small, and good enough to pick from lists.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    dialect,
    below,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
    word: () => `zq${++count}q`,
    name: () => `name${++count}`,
    files: new Map(),
  }
}

function block(maker: Maker, depth: number): string {
  const { pick } = maker
  const simple = [paragraph, heading, table, fence, reference, note, paragraph, table]
  const holders = [list, list, quote, alert, ...(maker.dialect === 'guide' ? [container] : [html])]
  const kinds = depth > 2 ? simple : [...simple, ...holders]
  const own =
    maker.dialect === 'guide' ? [indented, nearContainer, jsx] : [html, docfxBlock, html, include]
  return pick([...kinds, ...own])(maker, depth + 1)
}

function paragraph(maker: Maker): string {
  return repeat(1 + maker.below(3), () => sentence(maker)).join('\n')
}

function sentence(maker: Maker): string {
  const { word } = maker
  return [word(), ...repeat(maker.below(4), () => piece(maker)), word()].join(' ')
}

/** A piece of a sentence, with markup that is right, wrong or only looks like it. */
function piece(maker: Maker): string {
  const { pick, word: w, name } = maker
  const both = [
    () => w(),
    () => `**${w()}** ${w()}`,
    () => `**${w()} **${w()}`,
    () => `** ${w()} **`,
    () => `*${w()}:*${w()}`,
    () => `__${w()}__, ~~${w()}~~ and ~~ ${w()} ~~`,
    () => `_${w()}_ 2 * 3 * 4 ${w()}*`,
    () => `\`${w()}\``,
    () => `\`\`${w()} \` ${w()}\`\``,
    () => `\`${w()} | ${w()}\``,
    () => `${w()} \\| ${w()} | ${w()}`,
    () => `[${w()} *${w()}*](https://x.example/${name()})`,
    () => `[](https://x.example/a) ${w()}`,
    () => `[${w()}](<https://x.example/a b> "${w()}")`,
    () => `[${w()}][${name()}]`,
    () => `[${w()} ${w()}][]`,
    () => `[${w()}]`,
    () => `[**${w()}**][missing]`,
    () => `![${w()}](a.png "${w()}")`,
    () => `![${w()} **${w()}**][${name()}]`,
    () => `[![${w()}](a.png)](https://x.example/b)`,
    () => `[^${w()}]`,
    () => `https://x.example/c, a@x.example and ${w()}`,
    () => `9:00AM:${w()} ${w()}:${w()}`,
    () => `:${w()}[${w()}]`,
    () => `:::${w()} ${w()}:::`,
    () => `&amp; &#42;${w()}&#42; \\*${w()}\\*`,
    () => `${w()}  \n${w()}\\\n${w()}`,
    () => `[!NOTE] ${w()}`,
    () => `${w()} <kbd>${w()}</kbd> <br/> ${w()}`,
    () => `<a href="https://x.example/d">${w()}</a> <a href=""></a>`,
  ]
  const docfx = [
    () => `<your-${w()}> ${w()}`,
    () => `<video src="a.mp4">${w()}</video> ${w()}`,
    () => `<center>${w()}</center> <button>${w()}</button>`,
    () => `<!-- no --> ${w()} <! ${w()}`,
    () => `<?${w()}?> <!X ${w()}> <![CDATA[${w()}]]>`,
    () => `:::no-loc text="${w()}"::: ${w()}`,
    () => `[!UICONTROL ${w()}] [!code-csharp[${w()}](a.cs)] <xref:System.${w()}>`,
    () => `[${w()}](#tab/x) [!INCLUDE [${w()}](missing.md)]`,
    () => `{${w()}} <${w()} < ${w()}`,
    () => `<p>${w()} <your-${w()}> ${w()}</p>`,
    () => `<!-- no <b> | no --> ${w()}`,
    () => `<audio src="a.mp3">${w()}</audio> <label>${w()}</label> <footer>${w()}</footer>`,
    () => `<b>${w()} ${w()}</i> <p>${w()}`,
    () => `<input type="checkbox"> ${w()} <select><option>${w()}</option></select>`,
    () => `<svg><text>${w()}</text></svg> <style>${w()}</style> <iframe>${w()}</iframe>`,
  ]
  const guide = [
    () => `:step{#${name()}} ${w()}`,
    () => `:step[${w()}]{#${name()}} ${w()}`,
    () => `:anchor[${w()}]{#${name()}}`,
    () => `:stp[${w()}]{a="${w()}"} ${w()}`,
    () => `{/* no */} ${w()} {"${w()}"}`,
    () => `<Foo a="b">${w()}</Foo> <center>${w()}</center>`,
    () => `<video src="a.mp4">${w()}</video> <p>${w()}</p>`,
    () => `<b style="x">${w()}</b> <script>${w()}</script> ${w()}`,
    () => `<img src="a.png" alt="${w()}">${w()}</img> <select>${w()}</select>`,
  ]
  return pick([...both, ...(maker.dialect === 'guide' ? guide : docfx)])()
}

function heading(maker: Maker): string {
  const { pick, below, word } = maker
  return pick([
    () => `${'#'.repeat(1 + below(6))} ${sentence(maker)}`,
    () => `${sentence(maker).replace(/\s*\n/g, ' ')}\n${pick(['---', '==='])}`,
    () => `## [](https://x.example/e)`,
    () => `##${word()}`,
    () => '##',
  ])()
}

function table(maker: Maker): string {
  const { below, pick } = maker
  const width = 1 + below(4)
  const row = (cells: number) => `| ${repeat(cells, () => cell(maker)).join(' | ')} |`
  const rows = repeat(below(4), () => row(Math.max(1, width + pick([0, 0, 0, 1, 2, -1]))))
  const delimiters = Math.max(1, width + pick([0, 0, 0, 0, 1, -1]))
  const delimiter = `|${' --- |'.repeat(delimiters)}`
  return [row(width), ...pick([[delimiter], [delimiter], [delimiter], []]), ...rows].join('\n')
}

function cell(maker: Maker): string {
  return maker.pick([
    () => maker.word(),
    () => piece(maker).replace(/\s*\n/g, ' '),
    () => '',
    () => `${maker.word()} ${maker.word()}`,
  ])()
}

function fence(maker: Maker): string {
  const { pick, word } = maker
  return pick([
    () => `\`\`\`js\n${word()} | ** :::note [a][b]\n\`\`\``,
    () => `~~~\n${word()}`,
    () => `\`\`\`\n${word()}\n\`\`\`\n${word()}`,
  ])()
}

function reference(maker: Maker): string {
  const { pick, word, name } = maker
  const label = name()
  return pick([
    () => `[${word()}][${label}]\n\n[${label}]: https://x.example/f "${label}"`,
    () => `[${label}]: https://x.example/unused`,
    () => `![${word()}][]`,
    () => `[${word()}]: ${word()}`,
  ])()
}

function note(maker: Maker): string {
  const { pick, word, name } = maker
  const label = name()
  return pick([
    () => `${word()}[^${label}]\n\n[^${label}]: ${sentence(maker)}`,
    () => `[^${label}]: ${word()}`,
    () =>
      `${word()}[^${label}] ${word()}[^${label}]\n\n[^${label}]: ${word()}\n\n[^${label}]: ${word()}`,
  ])()
}

function list(maker: Maker, depth: number): string {
  const { pick, below } = maker
  const mark = pick(['-', '1.', '*', '- [ ]', '- [x]'])
  const width = mark.startsWith('1') ? 3 : 2
  const items = repeat(1 + below(3), () => {
    const blocks = [sentence(maker), ...repeat(pick([0, 0, 1]), () => block(maker, depth))]
    return `${mark} ${indent(blocks.join('\n\n'), width).trimStart()}`
  })
  return items.join(pick(['\n', '\n\n']))
}

function quote(maker: Maker, depth: number): string {
  return prefix(block(maker, depth), '> ')
}

function alert(maker: Maker, depth: number): string {
  const kind = maker.pick(['NOTE', 'TIP', 'NOTES', 'div class="x"', `VIDEO ${maker.word()}`])
  return `> [!${kind}]\n${prefix(block(maker, depth), '> ')}`
}

function container(maker: Maker, depth: number): string {
  const { pick, word } = maker
  const inner = block(maker, depth)
  const label = pick(['', `[${word()}]`, `[${word()} **${word()}**]`])
  const colons = ':'.repeat(8 - depth)
  return pick([
    () =>
      `${colons}${pick(['screen', 'copy', 'matrix', 'procedure', 'boxes'])}${label}\n${inner}\n${colons}`,
    () => `::matrix[${word()}]{phase=assess}`,
    () => `::boxes[${word()}]`,
    () => `${colons}procedure${label}\n${list(maker, depth)}\n${colons}`,
    () =>
      `${colons}procedure\n1. :step[${word()}]{#${maker.name()} by=customer} **${word()}** ${sentence(maker)}\n${colons}`,
    () => `${colons}matrix${label}\n${table(maker)}\n${colons}`,
    () => `${colons}copy${label}\n${table(maker)}\n\n${inner}\n${colons}`,
  ])()
}

function nearContainer(maker: Maker): string {
  const { pick, word } = maker
  const colons = ':'.repeat(2 + maker.below(4))
  const typed = `${pick(['', ' ', '  '])}${colons}${pick([' ', ''])}${pick(['warning', 'screen', word()])}`
  return `${typed}${pick(['', ` ${word()}`, `[${word()}] ${word()}`])}\n${word()}\n${colons}`
}

function indented(maker: Maker): string {
  return `    ${maker.word()} ${maker.word()}\n    # ${maker.word()}`
}

function jsx(maker: Maker): string {
  const { pick, word } = maker
  return pick([
    () => `<div>\n  ${word()}\n\n    ${word()}\n</div>`,
    () => `<details><summary>${word()}</summary>${word()}</details>`,
    () => `<table><tr><td>${word()}</td></tr></table>`,
    () => `<Unknown>\n${word()}\n</Unknown>`,
    () => `<form>${word()}<textarea>${word()}</textarea></form>`,
    () => `<h3>${word()}</h3>\n<PhaseDiagram>${word()}</PhaseDiagram>`,
  ])()
}

function html(maker: Maker, depth: number): string {
  const { pick, word } = maker
  return pick([
    () => `<div>\n${word()}\n\n${depth > 2 ? word() : block(maker, depth)}\n\n</div>`,
    () => `<div class="x">${word()} :::image ${word()}:::</div>`,
    () => `<div class="x ${word()}\n${word()}`,
    () => `<p ${word()} ${word()}\n\n${word()}`,
    () => `<table><tr><td>${word()}</td></tr>${word()}</table>`,
    () => `<details><summary>${word()}</summary>${word()}</details>`,
    () => `<!-- ${'no'}\n\nno -->\n${word()}`,
    () => `<style>\n${word()}\n</style>\n${word()}`,
    () =>
      `<form><textarea>${word()}</textarea><select><option>${word()}</option></select>\n${word()}</form>`,
    () => `<title>${word()}</title><noscript>${word()}</noscript><template>${word()}</template>`,
    () => `<foo>\n${word()} <bar>${word()}</bar>\n</foo>`,
    () =>
      `<frameset>${word()}</frameset> <math><mi>${word()}</mi></math> <object>${word()}</object>`,
    () => `<ul><li>${word()}<li>${word()}</ul><dl><dt>${word()}</dl>`,
    () => `<h1>${word()}</h1>\n<h2></h2>\n<a href="x.md"></a>`,
    () => `<caption>${word()}</caption><td>${word()}</td><tr>${word()}</tr>`,
    () => `<head>${word()}</head><body>${word()}</body><html>${word()}</html>`,
    () => `<iframe>${word()}</iframe><video>${word()}<source></video><audio>${word()}</audio>`,
    () => `<input type="checkbox"> ${word()}\n<button>${word()}</button>`,
    () => `<pre>\n${word()}\n\n${word()}</pre>`,
    () => `<script>\n${word()}\n\n${word()}\n</script>`,
  ])()
}

/** The words of the link are for authors only. A file may include another one, three in a row at most. */
function include(maker: Maker, depth: number): string {
  const { below, files, pick } = maker
  if (depth > 3) return paragraph(maker)
  const path = `includes/${maker.name()}.md`
  const blocks = pick([
    () => [sentence(maker)],
    () => repeat(1 + below(3), () => block(maker, depth)),
    () => ['---\ntitle: Part\n---', block(maker, depth)],
  ])()
  files.set(path, `${blocks.join('\n\n')}\n`)
  // From the docset's folder: the same in the page and in a file that it includes.
  const typed = `[!INCLUDE [x](~/${path})]`
  return pick([
    () => typed,
    () => typed,
    () => `${maker.word()} ${typed} ${maker.word()}`,
    () => `| ${maker.word()} | ${typed} |\n| --- | --- |\n| ${maker.word()} | ${typed} |`,
    () => `## ${maker.word()} ${typed}`,
  ])()
}

function docfxBlock(maker: Maker): string {
  const { pick, word } = maker
  return pick([
    () => `:::row:::\n:::column span="2":::\n${word()}\n:::column-end:::\n:::row-end:::`,
    () =>
      `:::row::: ${word()}\n  :::column:::\n        ${word()}\n  :::column-end::: ${word()}\n${word()}`,
    () => `::: zone pivot="windows"\n\n${word()}\n\n::: zone-end`,
    () => `::: zone pivot="W ${word()}"\n${word()}\n::: zone-end ${word()}`,
    () =>
      `${word()}\n::::moniker range="> 1" ${word()}\n- ${word()}\n:::zone target="docs"\n${word()}`,
    () => `- :::moniker range="a"\n${word()}\n  ::: moniker-end ${word()}`,
    () => `> [!VIDEO https://x.example/v] ${word()}`,
    () => `# [${word()}](#tab/a)\n\n${word()}\n\n---`,
    () => `    ${word()} | code`,
    () => `## <a name="${maker.name()}"></a>${word()} <a name="${maker.name()}">${word()}</a>`,
  ])()
}

function repeat<Value>(count: number, make: () => Value): Value[] {
  return Array.from({ length: Math.max(0, count) }, make)
}

function indent(text: string, width: number): string {
  return prefix(text, ' '.repeat(width))
}

function prefix(text: string, before: string): string {
  return text
    .split('\n')
    .map((line) => before + line)
    .join('\n')
}
