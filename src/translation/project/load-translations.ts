/** Load translations with their lock, memory and glossary. */
import { join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import type { SiteSources } from '../../docsets/find-site.ts'
import type { TranslatedDocset } from '../../docsets/translated-docset.ts'
import { decodeFile } from '../formats/decode-file.ts'
import { readTmx } from '../formats/tmx.ts'
import { parseLock } from '../lock/lock.ts'
import { readTerms } from '../glossary/read-terms.ts'
import { fileNames } from './team-files.ts'
import {
  type TranslationData,
  type TranslationProject,
  loadProject,
} from './translation-project.ts'

/** A docset and one language that it is translated into. */
export interface Translation {
  opened: TranslatedDocset
  locale: string
}

/** A translation, and where its files are. */
export interface LoadedTranslation extends Translation {
  project: TranslationProject
  /** Absolute paths. */
  paths: { lock: string; memory: string }
}

export interface LoadOptions {
  /** The folder of translation data, see `teamFolder`. */
  folder: string
  /** The folder of the site. */
  root: string
  /** The translations to load. (default: all of the site) */
  translations?: readonly Translation[]
  /** Called before each page and after the last, with the number of pages done and of all. */
  onPage?: (translation: Translation, done: number, all: number) => void
}

/** Where translations are read from: a site, or a site of another generator. */
export interface TranslationSources {
  docsets: readonly TranslatedDocset[]
  context: Pick<SiteSources['context'], 'files' | 'nameOf'>
}

/** Every translation of a site; a docset in one language has none. */
export function translationsOf({ docsets }: Pick<TranslationSources, 'docsets'>): Translation[] {
  return docsets.flatMap((opened) =>
    opened.docset.editions
      .filter(({ locale }) => locale !== opened.docset.sourceLocale)
      .map(({ locale }) => ({ opened, locale })),
  )
}

/** Read both languages, lock, memory and glossary. `messages` are the problems of the translation data. */
export async function readTranslations(
  site: TranslationSources,
  { folder, root, translations = translationsOf(site), onPage }: LoadOptions,
): Promise<{ loaded: LoadedTranslation[]; messages: VFileMessage[] }> {
  const { files, nameOf } = site.context
  const { glossary, messages } = await readTerms(files, folder, root, nameOf)
  const loaded: LoadedTranslation[] = []
  for (const translation of translations) {
    const { paths, data, messages: problems } = await readTeamData(site, folder, translation)
    append(messages, problems)
    const project = await loadProject(
      translation.opened,
      translation.locale,
      site.context,
      { ...data, glossary },
      (done, all) => onPage?.(translation, done, all),
    )
    loaded.push({ ...translation, project, paths })
  }
  return { loaded, messages }
}

/** Lock and memory of a translation, which may be absent, and their problems. */
export async function readTeamData(
  { context: { files, nameOf } }: Pick<TranslationSources, 'context'>,
  folder: string,
  { opened, locale: targetLocale }: Translation,
): Promise<{
  paths: LoadedTranslation['paths']
  data: Omit<TranslationData, 'glossary'>
  messages: VFileMessage[]
}> {
  const { id, sourceLocale } = opened.docset
  const names = fileNames(id, targetLocale)
  const paths = { lock: join(folder, names.lock), memory: join(folder, names.memory) }
  const decoded = decodeFile((await files.read(paths.lock)) ?? '', nameOf(paths.lock))
  const { lock, messages: lockProblems } = parseLock(decoded.text, nameOf(paths.lock))
  const messages = [...decoded.messages, ...lockProblems]
  const bytes = await files.read(paths.memory)
  if (!bytes) return { paths, data: { lock }, messages }
  const tmx = readTmx(bytes, nameOf(paths.memory), { sourceLocale, targetLocale })
  return { paths, data: { lock, memory: tmx.memory }, messages: [...messages, ...tmx.messages] }
}
