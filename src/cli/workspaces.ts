/** Open the translations that a command is about, with what the team keeps beside them. */
import { join } from 'node:path'
import { closest } from 'fastest-levenshtein'
import type { VFileMessage } from 'vfile-message'
import { disk } from '../disk.ts'
import { decode } from '../docsets/decode.ts'
import type { OpenedDocset, OpenedSite } from '../docsets/open-site.ts'
import { readTmx } from '../translation/formats/tmx.ts'
import { parseLock } from '../translation/lock.ts'
import { type Kept, type Workspace, openWorkspace } from '../translation/workspace.ts'
import { UsageError } from './arguments.ts'
import type { Terminal } from './command.ts'
import { fileNames, l10nFolder } from './l10n-folder.ts'
import { openTexts } from './open-texts.ts'
import { readTerms } from './terms.ts'

/** Options that all commands about translations take. */
export const translationOptions = {
  docset: { type: 'string' },
  locale: { type: 'string' },
  l10n: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

export interface Wanted {
  docset?: string | undefined
  locale?: string | undefined
  l10n?: string | undefined
}

/** A translation, and where its files are. */
export interface OpenWork {
  workspace: Workspace
  /** Whole paths. */
  paths: { lock: string; memory: string }
}

export interface OpenWorks {
  works: readonly OpenWork[]
  /** Whole path of the folder with locks, glossary and exports. */
  folder: string
  /** A file’s name in messages. */
  nameOf: (path: string) => string
  /** What is wrong with the files that the team keeps. */
  messages: readonly VFileMessage[]
}

/** Open every translation that is wanted; all of a site’s where nothing is said. */
export async function openWorks(
  folders: readonly string[],
  wanted: Wanted,
  terminal: Terminal,
): Promise<OpenWorks> {
  const site = await openTexts(folders, terminal)
  const folder = l10nFolder(site.docsets, wanted.l10n, terminal)
  const messages: VFileMessage[] = [...site.messages]
  const { glossary, messages: ofTerms } = await readTerms(
    folder,
    terminal.root,
    site.context.nameOf,
  )
  messages.push(...ofTerms)
  const works: OpenWork[] = []
  for (const { opened, locale } of choose(site, wanted)) {
    const { id } = opened.docset
    const names = fileNames(id, locale)
    const paths = { lock: join(folder, names.lock), memory: join(folder, names.memory) }
    const kept = await readKept(paths, opened, locale)
    const report = (done: number, all: number) =>
      terminal.progress?.(done < all ? `${id} ${locale}: page ${done + 1} of ${all}` : '')
    const workspace = await openWorkspace(opened, locale, site.context, kept, report)
    works.push({ workspace, paths })
  }
  return { works, folder, nameOf: site.context.nameOf, messages }

  async function readKept(
    paths: OpenWork['paths'],
    { docset }: OpenedDocset,
    targetLocale: string,
  ): Promise<Kept> {
    const { lock, messages: wrong } = parseLock(
      (await textOf(paths.lock)) ?? '',
      site.context.nameOf(paths.lock),
    )
    messages.push(...wrong)
    const bytes = await disk.read(paths.memory)
    if (!bytes) return { lock, glossary }
    const locales = { sourceLocale: docset.sourceLocale, targetLocale }
    const read = readTmx(bytes, site.context.nameOf(paths.memory), locales)
    messages.push(...read.messages)
    return { lock, glossary, memory: read.memory }
  }

  async function textOf(path: string): Promise<string | undefined> {
    const bytes = await disk.read(path)
    return bytes && decode(bytes, path).text
  }
}

function choose(
  { docsets }: OpenedSite,
  { docset, locale }: Wanted,
): { opened: OpenedDocset; locale: string }[] {
  expectOne('docset', docset, [...new Set(docsets.map((one) => one.docset.id))])
  const all = docsets.flatMap((opened) =>
    opened.docset.editions
      .map((edition) => ({ opened, locale: edition.locale }))
      .filter((one) => one.locale !== opened.docset.sourceLocale),
  )
  const ofDocset = all.filter(({ opened }) => !docset || opened.docset.id === docset)
  expectOne('locale', locale, [...new Set(ofDocset.map((one) => one.locale))])
  const found = ofDocset.filter((one) => !locale || one.locale === locale)
  if (found.length > 0) return found
  throw new UsageError(
    'Unexpected single language, expected the folder of the source language and that of a translation',
  )
}

function expectOne(option: string, given: string | undefined, known: readonly string[]): void {
  if (given === undefined || known.includes(given) || known.length === 0) return
  throw new UsageError(
    `Unexpected --${option} \`${given}\`, expected ${known.join(', ')}; did you mean \`${closest(given, [...known])}\`?`,
  )
}
