/** What readers find in a published folder of `startPublishing`. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The text that all twenty files have; undefined where no site is. Throws for a site that is not whole. */
export async function publishedText(out: string): Promise<string | undefined> {
  const names = (await readdir(out).catch(() => [])).filter((name) => /^\d+$/.test(name))
  if (names.length === 0) return undefined
  const texts = new Set(await Promise.all(names.map((name) => readFile(join(out, name), 'utf8'))))
  const [text] = texts
  if (names.length !== 20 || texts.size !== 1) throw new Error(`Half a site: ${names.length} files`)
  return text
}
