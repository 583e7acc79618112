/** What generators from the registry have in common. */
import { join } from 'node:path'
import { writeFiles } from '../inputs/docfx.ts'
import type { NeutralPage } from '../inputs/pages.ts'
import { moveAway } from '../measure/old-sites.ts'
import { type Generator, type SearchDialog, middlePage } from './generator.ts'

export interface Peer {
  name: string
  packages: Readonly<Record<string, string>>
  /** Files of the project, besides pages. */
  files: (pages: readonly NeutralPage[]) => Iterable<readonly [string, string]>
  /** The folder of the pages. */
  content: string
  textOf: (page: NeutralPage) => string
  /** The program, from the folder of the project, and its arguments. */
  build: readonly string[]
  dev: readonly string[]
  out: string
  /** What a build keeps for the next one. */
  caches: readonly string[]
  /** How the address of a page ends. */
  ending: '/' | '.html'
  search?: SearchDialog
}

export function generatorOf(peer: Peer): Generator {
  const { name, packages, content, out } = peer
  return {
    name,
    packages,
    async write(folder, input) {
      if (input.kind !== 'pages') return undefined
      const { pages, question } = input
      const clear = async () => {
        for (const path of [out, ...peer.caches]) await moveAway(join(folder, path), folder)
      }
      await clear()
      await moveAway(join(folder, content), folder)
      await writeFiles(folder, peer.files(pages))
      await writeFiles(
        join(folder, content),
        pages.map((page) => [page.path, peer.textOf(page)] as const),
      )
      const { path, title } = middlePage(pages)
      const local = ['--port', '--host', '127.0.0.1']
      return {
        build: { args: peer.build, cwd: folder },
        dev: (port) => ({
          args: [...peer.dev, ...local.toSpliced(1, 0, String(port))],
          cwd: folder,
        }),
        out: join(folder, out),
        clear,
        edited: join(folder, content, path),
        shown: { path: path.replace(/\.md$/, peer.ending), text: title },
        pages: pages.length,
        ...(peer.search && { search: { ...peer.search, question } }),
      }
    },
  }
}
