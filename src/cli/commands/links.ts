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
    Keep links from breaking. permalinks.json lists every page, heading and step ever published, of the
    guides in content/ or of docfx docsets (give the folders that you build). An id is
    \`docset/page#anchor\` or \`docset/page\`; an address from the browser works, too.
    --ledger      the list, if not in content/ or beside the docset
    status        what is new, and what was published and is gone; exit code 1 for the latter
    accept        add what is new; begin the list where there is none
    --only        add only this; can be repeated
    move          record where something moved: its old links lead there
    --likely      record all that have the same id or title in one other place
    retire        record why something was removed: readers of its old links see it
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
