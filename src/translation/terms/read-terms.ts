/** The glossary that counts for a site. */
import type { VFileMessage } from 'vfile-message'
import { decode } from '../../docsets/decode.ts'
import { linkProblems } from '../../docsets/file-links.ts'
import type { Files } from '../../docsets/files.ts'
import { type Glossary, namesOnly, readGlossary } from './glossary.ts'

/**
 * The team’s own, from its folder; without one, the names of ours: another team’s words are not ours to
 * judge. Links in the folder that lead out of it are told here, for all of the team’s files.
 *
 * @param root - The project’s folder.
 */
export async function readTerms(
  files: Files,
  folder: string,
  root: string,
  nameOf: (path: string) => string,
): Promise<{ glossary: Glossary; messages: VFileMessage[] }> {
  const messages = await linkProblems(files, folder, nameOf, (path) => !path.includes('/'))
  const path = `${folder}/glossary.csv`
  const own = `${root}/content/l10n/glossary.csv`
  const text = await textOf(files, path)
  if (text !== undefined) {
    const read = readGlossary(text, nameOf(path))
    return { glossary: read.glossary, messages: [...messages, ...read.messages] }
  }
  const { glossary } = readGlossary((await textOf(files, own)) ?? 'term', nameOf(own))
  return { glossary: namesOnly(glossary), messages }
}

async function textOf(files: Files, path: string): Promise<string | undefined> {
  const bytes = await files.read(path)
  return bytes && decode(bytes, path).text
}
