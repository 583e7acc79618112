/** Made-up French prose, the same for the same seed: frequent words are frequent, rare ones make a large vocabulary. */
import type { Random } from '../../test/support/random.ts'

const small =
  'le la les de des du et à un une en pour que dans sur avec par est sont ce cette vous votre'.split(
    ' ',
  )
const onsets = 'b c d f g l m n p r s t v br cl cr dr fl gr pl pr tr ch qu'.split(' ')
const vowels = 'a e i o u é ai ou an on eau'.split(' ')
const ends = '     l n r s t ble que tion ment teur sse'.split(' ')
const vocabularySize = 12_000

export interface Prose {
  word: () => string
  /** Words without a full stop, the first one capital. */
  phrase: (count: number) => string
  sentence: () => string
}

export function proseOf(random: Random): Prose {
  const vocabulary = Array.from({ length: vocabularySize }, () => madeUp(random))
  // The square of an even choice: the first hundredth of the words makes a tenth of the text.
  const word = () => {
    const place = random.int(1_000_000) / 1_000_000
    return vocabulary[Math.floor(place * place * vocabularySize)]!
  }
  const phrase = (count: number) => {
    const words = Array.from({ length: count }, (_, index) =>
      index % 3 === 2 ? word() : random.once(2) ? random.pick(small) : word(),
    )
    return capital(words.join(' '))
  }
  return { word, phrase, sentence: () => `${phrase(8 + random.int(16))}.` }
}

function madeUp(random: Random): string {
  const syllables = Array.from(
    { length: 1 + random.int(3) },
    () => random.pick(onsets) + random.pick(vowels),
  )
  return syllables.join('') + random.pick(ends)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
