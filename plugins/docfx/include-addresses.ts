/** Addresses in files that are included: relative to the file they stand in, `~/` from the docset’s folder. */
import type { Root } from 'mdast'
import { posix } from 'node:path'
import { foreignAddress } from '../foreign.ts'
import { decodeAddress } from '../percent-encoding.ts'
import { visit } from '../visit.ts'
import { formOf } from './triple-colon/forms.ts'
import type { TripleColonFlow, TripleColonText } from './triple-colon/nodes.ts'

/** The path of a file that is named in the file at `from`; both count from the docset’s folder. */
export function resolvePath(from: string, typed: string): string {
  // docfx was born on Windows: it takes both slashes.
  const target = decodeAddress(typed).normalize('NFC').replaceAll('\\', '/')
  if (target.startsWith('~/')) return posix.normalize(target.slice(2))
  return posix.normalize(posix.join(posix.dirname(from), target))
}

/** Addresses of the included file count from it; from here on they count from the page. */
export function rebase(content: Root, from: string, to: string): void {
  const moved = (url: string) => {
    if (!url || /^[/#~?]/.test(url) || foreignAddress(url)) return url
    return posix.relative(
      posix.dirname(to),
      posix.join(posix.dirname(from), url.replaceAll('\\', '/')),
    )
  }
  visit(content, (node) => {
    if ('url' in node) node.url = moved(node.url)
    if (node.type === 'snippetFlow' || node.type === 'snippetText') node.path = moved(node.path)
    if (node.type === 'tripleColonFlow' || node.type === 'tripleColonText') {
      node.attributes = withAddresses(node, moved)
    }
    if (node.type !== 'html') return
    // A uid is no address.
    node.value = node.value.replace(
      /<xref\b[^>]*>|(\s(?:href|src)\s*=\s*)(["'])(.*?)\2/gi,
      (typed: string, name: string | undefined, quote: string, url: string) =>
        name === undefined ? typed : name + quote + moved(url) + quote,
    )
  })
}

/** The attributes of a form, of which some are addresses. */
function withAddresses(
  { name, attributes }: TripleColonFlow | TripleColonText,
  moved: (url: string) => string,
): Record<string, string> {
  const addresses = formOf(name)?.addresses ?? []
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key,
      addresses.includes(key) ? moved(value) : value,
    ]),
  )
}
