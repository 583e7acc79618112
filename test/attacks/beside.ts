/** Files beside the pages of an attacked site, and the pages that show and link to them. */
import type { Tree } from '../support/tree.ts'
import { type Vector, after, armed, before } from './vector.ts'

/** Folders beside the pages; the site’s configuration offers the files of `tools` as downloads. */
const besideFolders = ['files', 'tools'] as const

/** The files by path in their docset. */
export function besideFiles(vectors: readonly Vector[]): Tree {
  const drawings = vectors.filter(isDrawing).map((vector) => [drawingPath(vector), drawing(vector)])
  const linked = ofPlace(vectors, 'linked').flatMap((vector) => {
    const { name, content } = namedFile(vector)
    return besideFolders.map((folder) => [`${folder}/${name}`, content])
  })
  return Object.fromEntries([...drawings, ...linked]) as Tree
}

/** Bodies of pages, Markdown that both dialects read, by the name of the page. */
export function besidePages(vectors: readonly Vector[]): Record<string, string> {
  const [drawings, linked, links] = [
    vectors.filter(isDrawing),
    ofPlace(vectors, 'linked'),
    ofPlace(vectors, 'symlink'),
  ]
  const lines = {
    drawings: drawings.map(drawingPath).map((path) => `![Drawing](${path}) [Drawing](${path})`),
    linked: linked.flatMap((vector) =>
      besideFolders.map((folder) => `[File](${folder}/${namedFile(vector).name})`),
    ),
    links: links.map((vector) => {
      const path = linkPath(vector)
      return `[File](${path}) ![Picture](${path}) [Deep](${path}/secret.txt)`
    }),
  }
  return Object.fromEntries(
    Object.entries(lines).map(([name, items]) => [name, items.join('\n\n')]),
  )
}

/** Symbolic links by path in their docset, with what they lead to. */
export function besideLinks(vectors: readonly Vector[], outside: string): Map<string, string> {
  return new Map(
    ofPlace(vectors, 'symlink').map((vector) => [
      linkPath(vector),
      namedFile(vector).content.replace('{outside}', outside),
    ]),
  )
}

/** The paths in its docset of a vector’s files; messages name them, or the site has them. */
export function pathsOf(vector: Vector): string[] {
  if (isDrawing(vector)) return [drawingPath(vector)]
  if (vector.into === 'symlink') return [linkPath(vector)]
  return besideFolders.map((folder) => `${folder}/${namedFile(vector).name}`)
}

function isDrawing({ into }: Vector): boolean {
  return into === 'svg' || into === 'svg-prolog'
}

function drawing(vector: Vector): string {
  const isProlog = vector.into === 'svg-prolog'
  const [prolog, text] = isProlog ? [armed(vector), ''] : ['', armed(vector)]
  const entity = prolog.includes('<!ENTITY e ') ? '&e;' : ''
  const names = 'http://www.w3.org/1999/xlink'
  return `${prolog}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="${names}" xmlns:x="${names}" viewBox="0 0 9 9" width="9" height="9"><title>${before(vector)}</title>${text}${entity}<desc>${after(vector)}</desc></svg>`
}

function ofPlace(vectors: readonly Vector[], place: Vector['into']): Vector[] {
  return vectors.filter(({ into }) => into === place)
}

const drawingPath = ({ id }: Vector) => `svg/${id}.svg`
const linkPath = (vector: Vector) => `links/${namedFile(vector).name}`

function namedFile(vector: Vector): { name: string; content: string } {
  const [, name = '', content = ''] = /^([^\n]*)\n(.*)$/s.exec(armed(vector)) ?? []
  return { name, content }
}
