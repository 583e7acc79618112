/** Load the translations for a command, with their lock, memory and glossary. */
import { closest } from 'fastest-levenshtein'
import type { VFileMessage } from 'vfile-message'
import {
  type LoadedTranslation,
  type Translation,
  readTranslations as openAll,
  translationsOf,
} from '../translation/project/load-translations.ts'
import { textDocsets } from '../translation/project/text-docsets.ts'
import type { PluginFormat } from '../translation/formats/plugin-format.ts'
import type { SiteLocale } from '../site.ts'
import { UsageError } from './arguments.ts'
import { pluginFormats } from './exchange-files.ts'
import type { Terminal } from './command.ts'
import { l10nFolder, lockFolder } from './l10n-folder.ts'
import { type Workbench, findWorkbench } from './find-workbench.ts'

/** Options of all commands that work on translations. */
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

export interface LoadedTranslations {
  loaded: readonly LoadedTranslation[]
  /** Absolute path of the folder of translation data and exports. */
  folder: string
  /** The name of a file in messages. */
  nameOf: (path: string) => string
  /** Languages of the site; sites of other generators have none. */
  locales: readonly SiteLocale[]
  /** Of the selected languages, those whose interface no native speaker has reviewed. */
  unreviewed: readonly string[]
  /** Problems of the translation data, and of pages that cannot be read. */
  messages: readonly VFileMessage[]
  /** Formats of the site’s plugins. */
  formats: readonly PluginFormat[]
}

/** Load the selected translations. (default: all of the site) */
export async function loadTranslations(
  folders: readonly string[],
  wanted: Wanted,
  terminal: Terminal,
): Promise<LoadedTranslations> {
  const site = await findWorkbench(folders, terminal)
  return openIn(site, await l10nFolder(site.docsets, wanted.l10n, terminal), wanted, terminal)
}

/**
 * The same for a command that writes. It holds the lock of the folder until it ends.
 *
 * @param mayBeNew - The command may make the folder of translation data.
 */
export async function loadTranslationsToWrite(
  folders: readonly string[],
  wanted: Wanted,
  terminal: Terminal,
  mayBeNew = false,
): Promise<LoadedTranslations> {
  const { docsets } = await findWorkbench(folders, terminal)
  const folder = await l10nFolder(docsets, wanted.l10n, terminal, mayBeNew)
  await lockFolder(folder, terminal)
  // Again, because another command may have written pages while this one waited for the lock.
  return openIn(await findWorkbench(folders, terminal), folder, wanted, terminal)
}

async function openIn(
  found: Workbench,
  folder: string,
  wanted: Wanted,
  terminal: Terminal,
): Promise<LoadedTranslations> {
  const texts = await textDocsets(found, folder, terminal.root)
  const site = { ...found, docsets: [...found.docsets, ...texts] }
  const { loaded, messages } = await openAll(site, {
    folder,
    root: terminal.root,
    translations: chooseTranslations(site, wanted),
    onPage: ({ opened, locale }, done, all) =>
      terminal.progress?.(
        done < all ? `${opened.docset.id} ${locale}: page ${done + 1} of ${all}` : '',
      ),
  })
  return {
    loaded,
    folder,
    nameOf: site.context.nameOf,
    locales: site.site.locales,
    unreviewed: site.site.locales
      .filter(({ tag, isUnreviewed }) => isUnreviewed && tag === (wanted.locale ?? tag))
      .map(({ tag }) => tag),
    formats: pluginFormats(site.context.plugins),
    messages: [
      ...site.messages,
      ...messages,
      ...loaded.flatMap(({ project }) => project.unreadable ?? []),
    ],
  }
}

/**
 * The translations that the options select.
 *
 * @throws UsageError for unknown names.
 */
export function chooseTranslations(site: Workbench, { docset, locale }: Wanted): Translation[] {
  expectOne('docset', docset, [...new Set(site.docsets.map((item) => item.docset.id))])
  const ofDocset = translationsOf(site).filter(
    ({ opened }) => !docset || opened.docset.id === docset,
  )
  expectOne('locale', locale, [...new Set(ofDocset.map((translation) => translation.locale))])
  const matches = ofDocset.filter((translation) => !locale || translation.locale === locale)
  if (matches.length > 0) return matches
  throw new UsageError(
    'There is one language only. Name the folder of the source language and that of a translation.',
  )
}

function expectOne(option: string, given: string | undefined, known: readonly string[]): void {
  if (given === undefined || known.includes(given) || known.length === 0) return
  throw new UsageError(
    `There is no ${option} \`${given}\`, only ${known.join(', ')}. Did you mean \`${closest(given, [...known])}\`?`,
  )
}
