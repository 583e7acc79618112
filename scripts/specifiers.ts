/** Names of modules, as they are written in the compiled program. */
import { posix } from 'node:path'

/** `from '…'`, `import '…'`, `import('…')` and `import.meta.resolve('…')` of our own files. */
const own =
  /(\bfrom\s*|\bimport\s*\(?\s*|\bresolve\(\s*)(['"])(#(?:src|plugins)\/|\.{1,2}\/)([^'"\n]+)\2/g

/**
 * A module with its imports as they are in `lib/`: relative, and of JavaScript. The map of `#src/…` in package.json is
 * that of the sources.
 *
 * @param path - Of the module in `lib/`: `src/pages/index.astro`.
 */
export function inLib(text: string, path: string): string {
  return text.replaceAll(own, (_, before: string, quote: string, start: string, rest: string) => {
    const name = rest.replace(/(?<!\.d)\.ts$/, '.js')
    if (!start.startsWith('#')) return [before, quote, start, name, quote].join('')
    const target = posix.relative(posix.dirname(path), posix.join(start.slice(1), name))
    return [before, quote, target.startsWith('.') ? '' : './', target, quote].join('')
  })
}
