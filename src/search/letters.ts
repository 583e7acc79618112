/**
 * Letters that many keyboards lack: `œ` is found by `oe`, `ß` by `ss`, `ł` by `l`, and the other way round.
 *
 * Pagefind indexes a word as written and without its marks (Unicode category M). A letter that has no
 * decomposition in Unicode is therefore stored as its plain letters and a mark that shows nothing: the index
 * gets the plain spelling, and the text can be had back as it was.
 */

/** U+034F, which joins letters and shows nothing. */
const joiner = '\u034F'
/** Strokes through a letter. */
const [stroke, longStroke, slash] = ['\u0335', '\u0336', '\u0338']

const joined = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ẞ: 'SS',
  ĳ: 'ij',
  Ĳ: 'IJ',
  þ: 'th',
  Þ: 'TH',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
}

const crossed = {
  ø: `o${slash}`,
  Ø: `O${slash}`,
  ł: `l${stroke}`,
  Ł: `L${stroke}`,
  đ: `d${stroke}`,
  Đ: `D${stroke}`,
  ð: `d${longStroke}`,
  Ð: `D${longStroke}`,
  ħ: `h${stroke}`,
  Ħ: `H${stroke}`,
  ŧ: `t${stroke}`,
  Ŧ: `T${stroke}`,
}

const marked = new Map<string, string>([
  ...Object.entries(joined).map(([letter, plain]) => [letter, [...plain].join(joiner)] as const),
  ...Object.entries(crossed),
])
const letters = new Map([...marked].map(([letter, plain]) => [plain, letter]))

const anyLetter = new RegExp(`[${[...marked.keys()].join('')}]`, 'gu')
// The longest first: `ffi` before `ff`.
const anyMarked = new RegExp(
  [...letters.keys()].toSorted((a, b) => b.length - a.length).join('|'),
  'gu',
)

/** A text as it is indexed: such letters are plain letters with marks. */
export function markLetters(text: string): string {
  return text.replace(anyLetter, (letter) => marked.get(letter) ?? letter)
}

/** The way back. */
export function unmarkLetters(text: string): string {
  return text.replace(anyMarked, (plain) => letters.get(plain) ?? plain)
}

/** A text without accents and other marks, such letters in their plain spelling. */
export function plainLetters(text: string): string {
  return markLetters(text).normalize('NFD').replace(/\p{M}/gu, '')
}
