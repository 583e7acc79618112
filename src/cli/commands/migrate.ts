/** `migrate`: bring the files that a team keeps to the formats of this Passerelle. */
import { dirname, join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { addConfigVersion } from '../../config/config-version.ts'
import type { SiteSources } from '../../docsets/find-site.ts'
import type { TranslatedDocset } from '../../docsets/translated-docset.ts'
import { serializeLedger } from '../../permalinks/ledger.ts'
import { parseLedger } from '../../permalinks/read-ledger.ts'
import { formatProblems } from '../../report/format-problems.ts'
import { toProblems } from '../../report/problems.ts'
import { textDocsets } from '../../translation/project/text-docsets.ts'
import { parseLock, serializeLock } from '../../translation/lock/lock.ts'
import { fileNames } from '../../translation/project/team-files.ts'
import { readArguments } from '../arguments.ts'
import type { Command, Terminal } from '../command.ts'
import { findSite } from '../find-site.ts'
import { l10nFolder, lockFolder } from '../l10n-folder.ts'
import { ledgerOption, ledgerRequest } from '../ledger-option.ts'
import { type NewText, readText } from '../replace-files.ts'
import { write } from '../report-changes.ts'
import { configName } from '../site-folder.ts'

export const command: Command = {
  usage: `migrate [folder…] [--ledger file] [--l10n folder]
    Update the configuration, the ledger and the locks of an older version to the formats of this one: all of
    them or none. \`check\` reports files in an older format.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      l10n: { type: 'string' },
      ...ledgerOption,
    })
    const ledger = ledgerRequest(positionals, values.ledger, terminal)
    const site = await findSite(positionals, terminal, { ledger })
    const folder = await l10nFolder(site.docsets, values.l10n, terminal)
    await lockFolders([folder, dirname(site.ledgerPlace?.path ?? folder)], terminal)
    const docsets = [...site.docsets, ...(await textDocsets(site, folder, terminal.root))]
    const found = await Promise.all(
      [configOf(site, terminal), ...formatsOf({ ...site, docsets }, folder)].map(migrated),
    )
    const changed = found.flatMap(({ change }) => change ?? [])
    const unreadable = site.docsets.length ? [] : site.messages.filter(({ fatal }) => fatal)
    const problems = toProblems([...unreadable, ...found.flatMap(({ messages }) => messages)])
    if (problems.length) terminal.print(formatProblems(problems, 'text'))
    const failure = problems.length ? 'Nothing was written.' : await write(changed, terminal)
    if (failure !== undefined) {
      terminal.warn(failure)
      return 1
    }
    for (const { path } of changed)
      terminal.print(`${site.context.nameOf(path)}: brought to the format of this version.`)
    if (changed.length === 0)
      terminal.print('Nothing to do: everything has the format of this version.')
    return 0
  },
}

/** A file whose text may have an older format. */
interface FormattedFile {
  path: string
  /** The text in today’s format, and everything there is to say about it. */
  migrate: (text: string) => Migrated | Promise<Migrated>
}

interface Migrated {
  text: string
  messages: readonly VFileMessage[]
}

function configOf({ messages, context }: SiteSources, { root }: Terminal): FormattedFile {
  const path = join(root, configName)
  // The site was read, and with it what it says of its configuration.
  const own = messages.filter(({ file }) => file === context.nameOf(path))
  const old = own.filter(({ ruleId }) => ruleId === 'format-old')
  return {
    path,
    async migrate(text) {
      if (old.length === 0) return { text, messages: [] }
      const migrated = await addConfigVersion(text)
      if (migrated !== undefined) return { text: migrated, messages: old }
      for (const message of old) message.fatal = true
      return { text, messages: old }
    },
  }
}

interface FormattedSite extends Pick<SiteSources, 'ledgerPlace' | 'context'> {
  /** With the texts beside their pages. */
  docsets: readonly TranslatedDocset[]
}

function formatsOf({ docsets, ledgerPlace, context }: FormattedSite, folder: string) {
  const locks = docsets.flatMap(({ docset }) =>
    docset.editions.map(({ locale }) => join(folder, fileNames(docset.id, locale).lock)),
  )
  const files: FormattedFile[] = locks.map((path) => ({
    path,
    migrate(text) {
      const { lock, messages } = parseLock(text, context.nameOf(path))
      return { text: serializeLock(lock), messages }
    },
  }))
  if (!ledgerPlace) return files
  const { path, name } = ledgerPlace
  const migrate: FormattedFile['migrate'] = (text) => {
    const { ledger, messages } = parseLedger({ name, text })
    return { text: serializeLedger(ledger.entries.values()), messages }
  }
  return [{ path, migrate }, ...files]
}

/** A file that is not there, and one that has the format, do not change. */
async function migrated({
  path,
  migrate,
}: FormattedFile): Promise<{ change?: NewText; messages: readonly VFileMessage[] }> {
  const was = await readText(path)
  if (was === undefined) return { messages: [] }
  const { text, messages } = await migrate(was)
  const isOld = messages.some(({ ruleId }) => ruleId === 'format-old')
  const faults = messages.filter(({ fatal }) => fatal)
  return { ...(isOld && { change: { path, text, was } }), messages: faults }
}

/** Each once: a command waits for whoever writes there, itself included. */
async function lockFolders(folders: readonly string[], terminal: Terminal): Promise<void> {
  for (const folder of new Set(folders)) await lockFolder(folder, terminal)
}
