/** Damage a file the way editors, tools and attackers do; the same seed gives the same damage. */

/** Numbers from 0 up to 1, always the same for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Pieces that are special in every format. */
const anywhere = [
  '\0',
  '\uFEFF',
  '\uFFFD',
  '\u2028',
  '\u00A0',
  '\r',
  '\r\n',
  '\n\n',
  '\t',
  '    ',
  '"',
  "'",
  '`',
  '\\',
  '<',
  '&',
  '{',
  '}',
  '[',
  ']',
  '%',
  '%zz',
  '🙂',
  'é',
  'e\u0301',
  '\u202E',
  '__proto__',
  'constructor',
  'null',
  '-1',
  '1e999',
  '9'.repeat(30),
]

type Random = () => number

/** One damaged version of one of the texts, as bytes. */
export function mutate(
  texts: readonly string[],
  dictionary: readonly string[],
  random: Random,
): Uint8Array {
  let text = pick(texts, random)
  const changes = 1 + Math.floor(random() * 4)
  for (let index = 0; index < changes; index++) {
    text = pick(edits, random)(text, [...anywhere, ...dictionary, ...dictionary], random)
  }
  return pick(encodings, random)(text.slice(0, 20_000), random)
}

type Edit = (text: string, tokens: readonly string[], random: Random) => string

const edits: readonly Edit[] = [
  function cutOff(text, _, random) {
    return text.slice(0, at(text, random))
  },
  function cutOut(text, _, random) {
    const [from, to] = slice(text, random)
    return text.slice(0, from) + text.slice(to)
  },
  function repeatSlice(text, _, random) {
    const [from, to] = slice(text, random)
    const times = 1 + Math.floor(random() * 4)
    return text.slice(0, to) + text.slice(from, to).repeat(times) + text.slice(to)
  },
  function insertToken(text, tokens, random) {
    const place = at(text, random)
    return text.slice(0, place) + pick(tokens, random) + text.slice(place)
  },
  function insertTokens(text, tokens, random) {
    const place = at(text, random)
    const token = pick(tokens, random)
    return text.slice(0, place) + token.repeat(2 + Math.floor(random() * 150)) + text.slice(place)
  },
  function replaceSlice(text, tokens, random) {
    const [from, to] = slice(text, random)
    return text.slice(0, from) + pick(tokens, random) + text.slice(to)
  },
  function swapLines(text, _, random) {
    const lines = text.split('\n')
    const [item, other] = [at(lines, random), at(lines, random)]
    const swapped = lines.with(Math.min(item, lines.length - 1), lines[other] ?? '')
    return swapped.join('\n')
  },
  function indentLine(text, _, random) {
    const lines = text.split('\n')
    const index = Math.min(at(lines, random), lines.length - 1)
    return lines.with(index, ' '.repeat(1 + Math.floor(random() * 9)) + lines[index]).join('\n')
  },
  function loneSurrogate(text, _, random) {
    const place = at(text, random)
    return text.slice(0, place) + (random() < 0.5 ? '\uD800' : '\uDC00') + text.slice(place)
  },
]

const encodings: readonly ((text: string, random: Random) => Uint8Array)[] = [
  // Most stay UTF-8, so that the damage above is what is read.
  ...Array.from({ length: 8 }, () => utf8),
  (text) => utf8(text.replaceAll('\n', '\r\n')),
  (text) => utf8(`\uFEFF${text}`),
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  function flipBytes(text, random) {
    const bytes = utf8(text)
    for (let index = 0; index < 3 && bytes.length > 0; index++) {
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    }
    return bytes
  },
]

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)] as Value
}

function at({ length }: { length: number }, random: Random): number {
  return Math.floor(random() * (length + 1))
}

function slice(text: string, random: Random): [from: number, to: number] {
  const from = at(text, random)
  return [from, Math.min(text.length, from + 1 + Math.floor(random() ** 2 * 60))]
}
