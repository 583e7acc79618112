/** Pages and other files that come, go, or get another name or other words. */
import { dirname, join, relative } from 'node:path'
import type { Random } from '../random.ts'
import { png } from '../tree.ts'
import {
  type MakeEdit,
  appended,
  inLanguages,
  isConfig,
  isPage,
  pathsOf,
  pickPath,
} from './edit.ts'
import type { Files } from './files.ts'

export function linkAdded(files: Files, random: Random): ReturnType<MakeEdit> {
  const [path, to] = [pickPath(files, random, isPage), pickPath(files, random, isPage)]
  if (path === undefined || to === undefined) return undefined
  const [, heading = 'nowhere'] = /^## (.*)$/m.exec(String(files.get(to))) ?? []
  const anchor = random.once(2) ? `#${heading.toLowerCase().replaceAll(/[^\p{L}]+/gu, '-')}` : ''
  const address = relative(dirname(path), to).replace(/^(?!\.)/, './') + anchor
  return appended(files, path, `See [the other page](${address}).`, 'a link to another page')
}

const added: readonly (readonly [name: string, content: string | Uint8Array])[] = [
  ['added.png', png],
  [
    'added.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>',
  ],
  ['added.json', '{ "a": 1 }\n'],
  ['added.csv', 'a;b\n'],
  ['TOC.md', '# [Added](added.md)\n'],
  ['index.md', '---\ntitle: Index\n---\n\n# Index\n\nWords.\n'],
]

export function fileAdded(files: Files, random: Random): ReturnType<MakeEdit> {
  const beside = pickPath(files, random, isPage)
  const place = beside === undefined || random.once(6) ? publicOf(files) : dirname(beside)
  const [name, content] = random.pick(added)
  const path = join(place, name)
  if (files.has(path)) return undefined
  return { kind: 'a file more', changes: new Map([[path, Buffer.from(content)]]) }
}

export function fileDeleted(files: Files, random: Random): ReturnType<MakeEdit> {
  // Not what a site cannot be without.
  const path = pickPath(files, random, (name) => !isConfig(name) && !isPage(name))
  if (path === undefined) return undefined
  return { kind: 'a file less', changes: new Map([[path, undefined]]) }
}

/** Beside the site's content. */
function publicOf(files: Files): string {
  const config = pathsOf(files, isConfig)[0] ?? ''
  return join(dirname(config), '../public')
}

/** In one language or in all that have it. */
export function pageDeleted(files: Files, random: Random): ReturnType<MakeEdit> {
  const path = pickPath(files, random, isPage)
  if (path === undefined) return undefined
  const changes = inLanguages(files, path, random).map((name) => [name, undefined] as const)
  return { kind: 'a page less', changes: new Map(changes) }
}

/** A copy of a page under a new name, in one language or in all that have it. */
export function pageAdded(files: Files, random: Random): ReturnType<MakeEdit> {
  const path = pickPath(files, random, isPage)
  if (path === undefined) return undefined
  const name = `${random.pick(['added', 'other', 'Étape', 'two words'])}$1`
  const changes = inLanguages(files, path, random).map((from): [string, Buffer] => {
    const text = String(files.get(from)).replace(/^title: /m, 'title: New ')
    return [from.replace(/[^/]+(\.mdx?)$/, name), Buffer.from(text)]
  })
  return { kind: 'a page more', changes: new Map(changes) }
}

export function pageRenamed(files: Files, random: Random): ReturnType<MakeEdit> {
  const path = pickPath(files, random, isPage)
  if (path === undefined) return undefined
  const to = random.pick(['$1-renamed$2', 'moved/$1$2', 'renamed$2'])
  const changes = inLanguages(files, path, random).flatMap((from) => [
    [from, undefined] as const,
    [from.replace(/([^/]+)(\.mdx?)$/, to), files.get(from)] as const,
  ])
  return { kind: 'a page with another name', changes: new Map(changes) }
}

/** A page in one language takes the text that another one has. */
export function pageTaken(files: Files, random: Random): ReturnType<MakeEdit> {
  const path = pickPath(files, random, isPage)
  const other =
    path === undefined ? undefined : inLanguages(files, path).find((name) => name !== path)
  if (path === undefined || other === undefined) return undefined
  return {
    kind: 'a page in words of another language',
    changes: new Map([[path, files.get(other)]]),
  }
}
