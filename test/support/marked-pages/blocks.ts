/** Blocks of Markdown that both dialects have. */
import { type Maker, prefix, repeat } from './maker.ts'
import { piece, sentence } from './sentences.ts'

export function paragraph(maker: Maker): string {
  return repeat(1 + maker.below(3), () => sentence(maker)).join('\n')
}

export function heading(maker: Maker): string {
  const { pick, below, word } = maker
  return pick([
    () => `${'#'.repeat(1 + below(6))} ${sentence(maker)}`,
    () => `${sentence(maker).replace(/\s*\n/g, ' ')}\n${pick(['---', '==='])}`,
    () => `## [](https://x.example/e)`,
    () => `##${word()}`,
    () => '##',
  ])()
}

export function table(maker: Maker): string {
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

export function fence(maker: Maker): string {
  const { pick, word } = maker
  return pick([
    () => `\`\`\`js\n${word()} | ** :::note [a][b]\n\`\`\``,
    () => `~~~\n${word()}`,
    () => `\`\`\`\n${word()}\n\`\`\`\n${word()}`,
  ])()
}

export function reference(maker: Maker): string {
  const { pick, word, name } = maker
  const label = name()
  return pick([
    () => `[${word()}][${label}]\n\n[${label}]: https://x.example/f "${label}"`,
    () => `[${label}]: https://x.example/unused`,
    () => `![${word()}][]`,
    () => `[${word()}]: ${word()}`,
  ])()
}

export function note(maker: Maker): string {
  const { pick, word, name } = maker
  const label = name()
  return pick([
    () => `${word()}[^${label}]\n\n[^${label}]: ${sentence(maker)}`,
    () => `[^${label}]: ${word()}`,
    () =>
      `${word()}[^${label}] ${word()}[^${label}]\n\n[^${label}]: ${word()}\n\n[^${label}]: ${word()}`,
  ])()
}

export function list(maker: Maker, depth: number): string {
  const { pick, below } = maker
  const mark = pick(['-', '1.', '*', '- [ ]', '- [x]'])
  const width = mark.startsWith('1') ? 3 : 2
  const items = repeat(1 + below(3), () => {
    const blocks = [sentence(maker), ...repeat(pick([0, 0, 1]), () => maker.block(maker, depth))]
    return `${mark} ${indent(blocks.join('\n\n'), width).trimStart()}`
  })
  return items.join(pick(['\n', '\n\n']))
}

export function quote(maker: Maker, depth: number): string {
  return prefix(maker.block(maker, depth), '> ')
}

export function alert(maker: Maker, depth: number): string {
  const kind = maker.pick(['NOTE', 'TIP', 'NOTES', 'div class="x"', `VIDEO ${maker.word()}`])
  return `> [!${kind}]\n${prefix(maker.block(maker, depth), '> ')}`
}

function indent(text: string, width: number): string {
  return prefix(text, ' '.repeat(width))
}
