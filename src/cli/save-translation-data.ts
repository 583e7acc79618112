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
}

/** Files that change, none if nothing does. */
export async function keptFiles(
  { project, paths }: LoadedTranslation,
  lock: Lock,
  { after = { ...project, lock }, keepsMemory = false }: KeptOptions = {},
): Promise<NewText[]> {
  const files = [{ path: paths.lock, text: serializeLock(lock), was: await readText(paths.lock) }]
  if (project.memory ?? keepsMemory) {
    const text = writeTmx(remembered(after, lock))
    files.push({ path: paths.memory, text, was: await readText(paths.memory) })
  }
  return files.filter(({ text, was }) => text !== was)
}
