/** `links external`: what leaves the site, for a link checker of one's own; nothing is fetched. */
import { externalLinks } from '../../permalinks/external.ts'
import { readArguments } from '../arguments.ts'
import type { ExitCode, Terminal } from '../command.ts'
import { loadSite } from '../load-site.ts'

export async function external(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } })
  const { read } = await loadSite(positionals, {}, terminal)
  const links = externalLinks(read)
  if (values.json) {
    terminal.print(JSON.stringify(links, undefined, 2))
    return 0
  }
  for (const { file, line, column, url } of links) {
    terminal.print(`${file}:${line}:${column}  ${url}`)
  }
  const different = new Set(links.map(({ url }) => url)).size
  terminal.print(`${links.length} external links, ${different} different addresses.`)
  return 0
}
