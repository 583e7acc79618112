/** Text of an article, with its spaces and characters as Pagefind has them. */

/** For HTML that only Pagefind itself reads. */
export class UnreadError extends Error {}

/** Words that Pagefind puts into texts. */
const reserved = /^___(?:END_)?PAGEFIND_/
/** Spaces as Unicode has them, which are not quite those of JavaScript. */
const spaces = /(?:[^\S\uFEFF]|\u0085)+/
const someSpaces = new RegExp(spaces, 'g')
const outerSpaces = new RegExp(`^${spaces.source}|${spaces.source}$`, 'g')

/** The words of a text, as they stand between spaces. */
export function wordsBetweenSpaces(text: string): string[] {
  return text.split(spaces).filter(Boolean)
}

/** Marks between words of languages without spaces are no part of a word. */
export function withoutMarks(text: string): string {
  return text.includes('\u200B') ? text.replaceAll('\u200B', '') : text
}

export function isReserved(word: string): boolean {
  return word.startsWith('___') && reserved.test(word)
}

/** Characters decoded, spaces as in a sentence; as Pagefind has titles and metadata. */
export function normalText(text: string): string {
  return decodedText(text).replace(outerSpaces, '').replace(someSpaces, collapsed)
}

/** A single space stays what it is, unless it is the end of a line. */
function collapsed(space: string): string {
  return space.length > 1 || space === '\n' ? ' ' : space
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** @throws UnreadError for names of characters other than the usual ones. */
export function decodedText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z][a-z\d]*));/gi, (_, hex, decimal, name) => {
    if (name !== undefined) {
      const letter = names[name as string]
      if (letter === undefined) throw new UnreadError()
      return letter
    }
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16)
    if (code > 0x10_ff_ff || (code >= 0xd8_00 && code < 0xe0_00)) throw new UnreadError()
    return String.fromCodePoint(code)
  })
}
