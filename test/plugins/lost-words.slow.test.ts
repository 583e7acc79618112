import { expect, test } from 'vitest'
import { lostWords, readMarked } from '../support/lost-words.ts'
import { markedPage } from '../support/marked-pages/marked-page.ts'

test.each(['guide', 'docfx'] as const)(
  '1,500 %s pages show every word that was typed, or their author is told',
  async (dialect) => {
    for (let seed = 0; seed < 1500; seed++) {
      const page = markedPage(seed, dialect)
      const lost = lostWords(page, await readMarked(page, dialect))
      expect(lost, `seed ${seed}:\n${page.text}`).toEqual([])
    }
  },
)
