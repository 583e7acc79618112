/** Commands as messages name them, to be copied into a terminal. */
import { commandPrefix } from '../package.ts'
import type { Ledger } from './ledger.ts'

/**
 * `npx passerelle links move fasttrack/a#b fasttrack/a#c`, with the folders of the site behind
 * them where it is not the project's own.
 */
export function commandOf(
  { siteArgs }: Pick<Ledger, 'siteArgs'>,
  ...args: readonly string[]
): string {
  return [`${commandPrefix} links`, ...[...args, ...siteArgs].map(quotedArgument)].join(' ')
}

/** What a shell would read as something else goes between quotes; `<new>` is to be replaced. */
export function quotedArgument(arg: string): string {
  if (/^(?:[\p{L}\p{N}/#.,_~-]+|<new>)$/u.test(arg)) return arg
  return `"${arg.replaceAll(/["\\$`]/g, '\\$&')}"`
}
