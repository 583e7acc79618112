/** Commands as messages name them, to be copied into a terminal. */
import type { Ledger } from './ledger.ts'

/**
 * `npm run passerelle -- links move fasttrack/a#b fasttrack/a#c`, with the folders of the site behind
 * them where it is not the project's own.
 */
export function commandOf(
  { words: site }: Pick<Ledger, 'words'>,
  ...words: readonly string[]
): string {
  return ['npm run passerelle -- links', ...[...words, ...site].map(quoted)].join(' ')
}

/** What a shell would read as something else goes between quotes; `<new>` is to be replaced. */
function quoted(word: string): string {
  if (/^(?:[\p{L}\p{N}/#._~-]+|<new>)$/u.test(word)) return word
  return `"${word.replaceAll(/["\\$`]/g, '\\$&')}"`
}
