/** Tell folders of docsets from everything else that a person may name. */
import { resolve } from 'node:path'
import type { Terminal } from './command.ts'
import { isFolder } from './is-folder.ts'

/** @param isOther - Says of a folder that it is no docset. */
export async function splitFolders(
  given: readonly string[],
  { cwd }: Pick<Terminal, 'cwd'>,
  isOther: (folder: string) => Promise<boolean> = async () => false,
): Promise<{ folders: string[]; others: string[] }> {
  const folders: string[] = []
  const others: string[] = []
  for (const item of given) {
    const path = resolve(cwd, item)
    const isDocset = (await isFolder(path)) && !(await isOther(path))
    if (isDocset) folders.push(item)
    else others.push(item)
  }
  return { folders, others }
}
