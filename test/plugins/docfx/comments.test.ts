import { describe, expect, test } from 'vitest'
import { readMarked } from '../../support/lost-words.ts'
import { randomOf } from '../../support/random.ts'

/** What is hidden, and what comments may hold. */
const hidden = ['zh1h', '<video src="zh1h.mp4">', '<your-zh1h>', '| zh1h |', '</p> zh1h', '- zh1h']
const breaks = [' ', '\n', '\n\n', '\n- ', '\n\n> ', ' | ', '\n1. ']

describe('a comment anywhere in a page', () => {
  test('is not shown, and all around it is', async () => {
    for (let seed = 0; seed < 150; seed++) {
      const { text, words } = randomPage(seed)
      const { shown } = await readMarked({ text }, 'docfx')
      const lost = words.filter((word) => !shown.includes(word))
      const leaked = /zh1h|--&gt;|-->|&lt;!--/.test(shown)

      expect({ seed, text, lost, leaked }).toEqual({ seed, text, lost: [], leaked: false })
    }
  })
})

/** A page whose words have comments between them; comments hold blank lines, items and cells. */
function randomPage(seed: number) {
  const { int, pick } = randomOf(seed)
  const words: string[] = []
  const word = () => {
    words.push(`zw${words.length}w`)
    return words.at(-1)
  }
  const comment = () =>
    `<!-- ${Array.from({ length: 1 + int(3) }, () => pick(hidden)).join(pick(breaks))} -->`
  const openings = ['', '- ', '> ', '## ', '| ', '1. ', '**']
  const block = () => {
    const opening = pick(openings)
    const parts = Array.from({ length: 1 + int(3) }, () =>
      pick([() => `${word()} ${comment()}`, () => `${comment()} ${word()}`, () => `${word()}`])(),
    )
    const closing = opening === '**' ? '**' : opening === '| ' ? ' |\n| --- |' : ''
    return `${opening}${parts.join(' ')}${closing}\n${pick(['', `${comment()}\n`])}`
  }
  const blocks = Array.from({ length: 1 + int(4) }, block)
  return { text: blocks.join('\n'), words }
}
