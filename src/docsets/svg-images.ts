/** SVG files of a docset, and what has to be removed from them. */
import { type Docset, foldersIn } from './docset.ts'
import { fileKind } from './file-kinds.ts'
import { type FileSystem, keptBy } from './file-system.ts'
import { sanitizeSvg } from './sanitize-svg.ts'

/** What is removed, by absolute path; undefined for a file that browsers could not parse. */
export type Drawings = ReadonlyMap<string, readonly string[] | undefined>

/** The SVG files of a docset that are not published unchanged. */
export async function changedDrawings(
  docset: Pick<Docset, 'editions'>,
  files: FileSystem,
): Promise<[path: string, removed: readonly string[] | undefined][]> {
  const paths = foldersIn(docset).flatMap(({ root, published }) =>
    [...published].filter((path) => fileKind(path) === 'drawing').map((path) => `${root}/${path}`),
  )
  const read = await Promise.all(
    paths.map(async (path) => {
      const removed = await keptBy(files, `drawing ${path}`, [], async ({ read }) => {
        const svg = sanitizeSvg(decodeSvg((await read(path)) ?? new Uint8Array()))
        return svg.svg === undefined ? undefined : svg.removed
      })
      return [path, removed] as const
    }),
  )
  return read.flatMap(([path, removed]) => (removed?.length === 0 ? [] : [[path, removed]]))
}

/** An SVG file as it is published: without what could run; an empty one if browsers could not read it. */
export function publishedSvg(bytes: Uint8Array): string {
  const { svg = '<svg xmlns="http://www.w3.org/2000/svg"/>\n' } = sanitizeSvg(decodeSvg(bytes))
  return svg
}

/** Decode an SVG file by the encoding in its XML declaration; UTF-8 if that is absent or unknown. */
function decodeSvg(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const [, named] = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start) ?? []
  const marked = /^\u00ff\u00fe/.test(start)
    ? 'utf-16le'
    : /^\u00fe\u00ff/.test(start)
      ? 'utf-16be'
      : undefined
  try {
    return new TextDecoder(marked ?? named).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
