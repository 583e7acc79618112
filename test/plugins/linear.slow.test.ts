/** A page that is four times as long takes about four times as long, not sixteen times. */
import { expect, test } from 'vitest'
import { readDocfxTree, readGuideTree } from '../support/tree.ts'

const top = '---\ntitle: Plan\ndescription: What to do.\nupdated: 2026-01-02\n---\n\n'

async function docfx(body: string): Promise<unknown> {
  return readDocfxTree({ 'en-us/guide/a.md': top + body, 'fr-fr/guide/a.md': top + body })
}

async function guide(body: string): Promise<unknown> {
  const path = 'move/index.mdx'
  return readGuideTree({
    [`content/docs/en/${path}`]: top + body,
    [`content/docs/fr-FR/${path}`]: top + body,
  })
}

const blockOf = (text: string) => `${text}\n\n`

test.each([
  ['references that nothing defines', docfx, '[a][b] '],
  ['footnotes without a text', docfx, '[^a] '],
  ['stray signs', docfx, '** a ** b '],
  ['pairs of stray signs', docfx, '*Save *now '],
  ['alerts of one paragraph', docfx, '> [!NOTE]\n> a\n'],
  ['alerts', docfx, blockOf('> [!NOTE]\n> a')],
  ['rows that are too wide', docfx, '| a | b | c |\n', '| A | B |\n| - | - |\n'],
  ['tables without a delimiter row', docfx, '| a | b |\n'],
  ['HTML with words', docfx, '<p>a</p>\n'],
  ['HTML cells without end tags', docfx, '<td>a'],
  ['HTML in a quote', docfx, '> <p>a</p>\n'],
  ['paragraphs', docfx, blockOf('Words of a page.')],
  ['directives with a space', guide, blockOf('::: warning')],
  ['indented code', guide, blockOf('    code\n\na')],
] as [string, typeof docfx, string, string?][])(
  '%s',
  { retry: 2 },
  async (_what, read, piece, before = '') => {
    // In one paragraph 300 pieces of three marks stay below the limit.
    const size = /\n/.test(piece) || piece.startsWith('<') ? 1000 : 75
    await read(before + piece.repeat(size))
    const short = await secondsOf(() => read(before + piece.repeat(size)))
    const long = await secondsOf(() => read(before + piece.repeat(4 * size)))
    expect(long).toBeLessThan(10 * short + 0.2)
  },
)

async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
