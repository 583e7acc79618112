/** Whether a path is that of a folder. */
import { stat } from 'node:fs/promises'

/** @throws What the system says of a path that cannot be looked at: a missing right is not a missing folder. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return false
    throw error
  }
}
