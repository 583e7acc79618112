/** The glossary that counts for a site. */
import type { VFileMessage } from 'vfile-message'
import { linkProblems } from '../../docsets/symlinks.ts'
import type { FileSystem } from '../../docsets/file-system.ts'
import { decodeFile } from '../formats/decode-file.ts'
import { emptyGlossary, type Glossary, namesOnly, readGlossary } from './glossary.ts'

/**
 * The team’s own, from its folder; without one, the names of this project’s glossary, because its terms
 * are not another team’s. Links that lead out of the folder are reported here, for all of the team’s files.
 *
 * @param root - The project’s folder.
 */
export async function readTerms(
  files: FileSystem,
  folder: string,
  root: string,
  nameOf: (path: string) => string,
): Promise<{ glossary: Glossary; messages: VFileMessage[] }> {
  const messages = await linkProblems(files, folder, nameOf, (path) => !path.includes('/'))
  const path = `${folder}/glossary.csv`
  const own = `${root}/content/l10n/glossary.csv`
  const given = await files.read(path)
  if (given) {
    const { text, messages: problems } = decodeFile(given, nameOf(path))
    if (problems.length) return { glossary: emptyGlossary, messages: [...messages, ...problems] }
    const read = readGlossary(text, nameOf(path))
    return { glossary: read.glossary, messages: [...messages, ...read.messages] }
  }
  const { text } = decodeFile((await files.read(own)) ?? 'term', nameOf(own))
  const { glossary } = readGlossary(text, nameOf(own))
  return { glossary: namesOnly(glossary), messages }
}
