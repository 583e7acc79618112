/** `links`: the ledger of everything that was ever published, and the links that leave the site. */
import { closest } from 'fastest-levenshtein'
import { UsageError } from '../arguments.ts'
import type { Command, ExitCode, Terminal } from '../command.ts'
import { acceptPermalinks } from '../links/accept.ts'
import { check } from '../links/check.ts'
import { external } from '../links/external.ts'
import { move } from '../links/move.ts'
import { retire } from '../links/retire.ts'
import { status } from '../links/status.ts'

type Verb = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>

const verbs = new Map<string, Verb>([
  ['status', status],
  ['accept', acceptPermalinks],
  ['move', move],
  ['retire', retire],
  ['external', external],
  ['check', check],
])

export const command: Command = {
  usage: `links status [folder…] [--ledger file] [--json]
links accept [folder…] [--only id]… [--ledger file]
links move <old> <new> [folder…] [--ledger file]
links move --likely [folder…] [--ledger file]
links retire <id> --why "…" [--why fr-FR="…"] [folder…] [--ledger file]
links external [folder…] [--json]
links check [dist] [--format text|json|github|sarif]
    Keep links from breaking. permalinks.json lists every page, heading and step ever published, in the
    guides in content/ or in docfx docsets (give the folders that you build). An id is
    \`docset/page#anchor\` or \`docset/page\`; an address from the browser works, too.
    --ledger      the list, if not in content/ or beside the docset
    status        show what is new, and what was published and is missing now (then exit code 1)
    accept        add what is new; create the list if there is none
    --only        add only this; can be repeated
    move          record where something moved; its old links then lead there
    --likely      record every move to the only other place with the same id or title
    retire        record why something was removed; readers of its old links see the reason
    --why         the reason in the source language; repeat it as fr-FR="…" for other languages
    external      list the links that leave the site, with their places; nothing is fetched
    check         report broken addresses of a built site: links, anchors, images, sitemap, search, redirects`,

  async run([name, ...args], terminal) {
    const verb = verbs.get(name ?? '')
    if (verb) return verb(args, terminal)
    const names = [...verbs.keys()]
    const known = names.map((value) => `\`${value}\``).join(', ')
    if (name === undefined) throw new UsageError(`Say what to do: ${known}.`)
    throw new UsageError(
      `There is no \`links ${name}\`, only ${known}. Did you mean \`${closest(name, names)}\`?`,
    )
  },
}
