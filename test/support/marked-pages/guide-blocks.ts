/** Blocks of guides: containers, components and indented code. */
import { list, table } from './blocks.ts'
import type { Maker } from './maker.ts'
import { sentence } from './sentences.ts'

export function container(maker: Maker, depth: number): string {
  const { pick, word } = maker
  const inner = maker.block(maker, depth)
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

export function nearContainer(maker: Maker): string {
  const { pick, word } = maker
  const colons = ':'.repeat(2 + maker.below(4))
  const typed = `${pick(['', ' ', '  '])}${colons}${pick([' ', ''])}${pick(['warning', 'screen', word()])}`
  return `${typed}${pick(['', ` ${word()}`, `[${word()}] ${word()}`])}\n${word()}\n${colons}`
}

export function indented(maker: Maker): string {
  return `    ${maker.word()} ${maker.word()}\n    # ${maker.word()}`
}

export function jsx(maker: Maker): string {
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
