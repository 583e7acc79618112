/** Changes of translation data: the lock, and the memory if there is one. */
import { writeTmx } from '../translation/formats/tmx.ts'
import { type Lock, serializeLock } from '../translation/lock/lock.ts'
import { remembered } from '../translation/memory/memory.ts'
import type { LoadedTranslation } from '../translation/project/load-translations.ts'
import type { TranslationProject } from '../translation/project/translation-project.ts'
import { type NewText, readText } from './replace-files.ts'

interface KeptOptions {
  /** The docset after the changes, for the memory. */
  after?: TranslationProject
  /** Make a memory if there is none. */
  keepsMemory?: boolean
  /** Make a lock in a site of another generator if there is none. */
  beginsLock?: boolean
}

/** The change of the memory alone; none if it stays the same. */
export async function keptMemory({ project, paths }: LoadedTranslation): Promise<NewText[]> {
  const text = writeTmx(remembered(project, project.lock))
  const was = await readText(paths.memory)
  return text === was ? [] : [{ path: paths.memory, text, was }]
}

/** The files that change. */
export async function keptFiles(
  { opened, project, paths }: LoadedTranslation,
  lock: Lock,
  { after = { ...project, lock }, keepsMemory = false, beginsLock = false }: KeptOptions = {},
): Promise<NewText[]> {
  const was = await readText(paths.lock)
  // In a site of another generator, only `sync` makes files.
  if (opened.kind === 'tree' && was === undefined && !beginsLock) return []
  const files = [{ path: paths.lock, text: serializeLock(lock), was }]
  if (project.memory ?? keepsMemory) {
    const text = writeTmx(remembered(after, lock))
    files.push({ path: paths.memory, text, was: await readText(paths.memory) })
  }
  return files.filter((file) => file.text !== file.was)
}
