/** Blocks of docfx pages: HTML, includes and `:::` forms. */
import { paragraph } from './blocks.ts'
import { type Maker, repeat } from './maker.ts'
import { sentence } from './sentences.ts'

export function html(maker: Maker, depth: number): string {
  const { pick, word } = maker
  return pick([
    () => `<div>\n${word()}\n\n${depth > 2 ? word() : maker.block(maker, depth)}\n\n</div>`,
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
export function include(maker: Maker, depth: number): string {
  const { below, files, pick } = maker
  if (depth > 3) return paragraph(maker)
  const path = `includes/${maker.name()}.md`
  const blocks = pick([
    () => [sentence(maker)],
    () => repeat(1 + below(3), () => maker.block(maker, depth)),
    () => ['---\ntitle: Part\n---', maker.block(maker, depth)],
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

export function docfxBlock(maker: Maker): string {
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
