/** Sentences with markup that is right, wrong or only looks like it. */
import { type Maker, repeat } from './maker.ts'

export function sentence(maker: Maker): string {
  const { word } = maker
  return [word(), ...repeat(maker.below(4), () => piece(maker)), word()].join(' ')
}

/** A piece of a sentence, with markup that is right, wrong or only looks like it. */
export function piece(maker: Maker): string {
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
