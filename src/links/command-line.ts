/** Commands as messages name them, to be copied into a terminal. */

/** `npm run passerelle -- links move fasttrack/a#b fasttrack/a#c` */
export function commandOf(...words: readonly string[]): string {
  return ['npm run passerelle -- links', ...words.map(quoted)].join(' ')
}

/** What a shell would read as something else goes between quotes; `<new>` is to be replaced. */
function quoted(word: string): string {
  if (/^(?:[\p{L}\p{N}/#._~-]*|<new>)$/u.test(word)) return word
  return `"${word.replaceAll(/["\\$`]/g, '\\$&')}"`
}
