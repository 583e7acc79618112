/** Made-up French prose, the same for the same seed, that compresses and fills an index as real prose does. */
import type { Random } from '../../test/support/random.ts'

const small =
  'le la les de des du et à un une en pour que dans sur avec par est sont ce cette vous votre'.split(
    ' ',
  )
const onsets = 'b c d f g l m n p r s t v br cl cr dr fl gr pl pr tr ch qu'.split(' ')
const vowels = 'a e i o u é ai ou an on eau'.split(' ')
const ends = '     l n r s t ble que tion ment teur sse'.split(' ')
const vocabularySize = 12_000
/** Words that a page comes back to. */
const topicSize = 50

export interface Prose {
  word: () => string
  /** Words without a full stop, the first one capital. */
  phrase: (count: number) => string
  sentence: () => string
  /** What follows is about something else. */
  turn: () => void
}

export function proseOf(random: Random): Prose {
  const vocabulary = Array.from({ length: vocabularySize }, () => madeUp(random))
  let topic: string[] = []
  // The third power of an even choice: a hundredth of the words makes a fifth of the text.
  const any = () => {
    const place = random.int(1_000_000) / 1_000_000
    return vocabulary[Math.floor(place ** 3 * vocabularySize)]!
  }
  const word = () => (random.once(6) ? any() : random.pick(topic))
  const phrase = (count: number) => {
    const words: string[] = []
    // Small words go with others, as `de la` does.
    while (words.length < count)
      words.push(...(random.once(3) ? [word()] : [random.pick(small), word()]))
    return capital(words.slice(0, count).join(' '))
  }
  const turn = () => {
    topic = Array.from({ length: topicSize }, () => any())
  }
  turn()
  return { word, phrase, sentence: () => `${phrase(8 + random.int(16))}.`, turn }
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
