/** The glossary that counts for a site. */
import { join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { disk } from '../disk.ts'
import { decode } from '../docsets/decode.ts'
import { type Glossary, namesOnly, readGlossary } from '../translation/glossary.ts'

/**
 * The team’s own, from its folder; without one, the names of ours: another team’s words are not ours to
 * judge.
 */
export async function readTerms(
  folder: string,
  root: string,
  nameOf: (path: string) => string,
): Promise<{ glossary: Glossary; messages: VFileMessage[] }> {
  const path = join(folder, 'glossary.csv')
  const own = join(root, 'content/l10n/glossary.csv')
  const text = await textOf(path)
  if (text !== undefined) return readGlossary(text, nameOf(path))
  const { glossary } = readGlossary((await textOf(own)) ?? 'term', nameOf(own))
  return { glossary: namesOnly(glossary), messages: [] }
}

async function textOf(path: string): Promise<string | undefined> {
  const bytes = await disk.read(path)
  return bytes && decode(bytes, path).text
}
