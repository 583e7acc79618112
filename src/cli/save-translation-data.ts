/** Changes of a team’s own files: the lock, and the memory where there is one. */
import { writeTmx } from '../translation/formats/tmx.ts'
import { type Lock, serializeLock } from '../translation/lock/lock.ts'
import { remembered } from '../translation/memory/memory.ts'
import type { LoadedTranslation } from '../translation/project/load-translations.ts'
import type { TranslationProject } from '../translation/project/translation-project.ts'
import { type NewText, readText } from './replace-files.ts'

interface KeptOptions {
  /** The docset as it will be, for the memory. */
  after?: TranslationProject
  /** Begin a memory where there is none. */
  keepsMemory?: boolean
  /** Begin a lock beside the pages of another generator, where there is none. */
  beginsLock?: boolean
}

/** The memory alone, with the lock as it is; none if nothing changes. */
export async function keptMemory({ project, paths }: LoadedTranslation): Promise<NewText[]> {
  const text = writeTmx(remembered(project, project.lock))
  const was = await readText(paths.memory)
  return text === was ? [] : [{ path: paths.memory, text, was }]
}

/** Files that change, none if nothing does. */
export async function keptFiles(
  { opened, project, paths }: LoadedTranslation,
  lock: Lock,
  { after = { ...project, lock }, keepsMemory = false, beginsLock = false }: KeptOptions = {},
): Promise<NewText[]> {
  const was = await readText(paths.lock)
  // In the project of another generator nothing appears that nobody asked for.
  if (opened.kind === 'tree' && was === undefined && !beginsLock) return []
  const files = [{ path: paths.lock, text: serializeLock(lock), was }]
  if (project.memory ?? keepsMemory) {
    const text = writeTmx(remembered(after, lock))
    files.push({ path: paths.memory, text, was: await readText(paths.memory) })
  }
  return files.filter((file) => file.text !== file.was)
}
