/** Edits of every kind that a site may see, made at random. */
import { basename, dirname, join, relative } from 'node:path'
import { png } from '../tree.ts'
import type { Random } from '../random.ts'
import type { Files } from './files.ts'
import { editedJson } from './json-edits.ts'
import { lineEdits, pageEdits, sourceEdits, type TextEdit } from './text-edits.ts'

/** A site after an edit. */
export interface Edited {
  kind: string
  files: Files
}

/** What was there before, the latest last. */
export type History = readonly Edited[]

/** Undefined where there is nothing to do in that way. */
type MakeEdit = (
  files: Files,
  random: Random,
  history: History,
) => { kind: string; changes: Changes } | undefined

/** Bytes by path; undefined for a file that goes. */
type Changes = ReadonlyMap<string, Buffer | undefined>

const isPage = (path: string) =>
  /\.mdx?$/.test(path) && !/TOC\.md$/i.test(path) && !path.includes('/includes/')
const isPicture = (path: string) => /\.(?:png|jpe?g|gif|svg|bmp)$/i.test(path)

/** Each as often as it stands here. */
const kinds: readonly MakeEdit[] = [
  ...Array.from({ length: 12 }, () => inText('a page', isPage, pageEdits)),
  inText('an include', (path) => path.includes('/includes/'), pageEdits),
  inText('a table of contents', (path) => /TOC\.(?:md|yml)$/i.test(path), lineEdits),
  inText('a table of contents', (path) => /TOC\.(?:md|yml)$/i.test(path), lineEdits),
  inText('YAML', (path) => /\.yml$/.test(path), lineEdits),
  inText('a lock', (path) => path.endsWith('.lock'), lineEdits),
  inText('a memory', (path) => path.endsWith('.tmx'), lineEdits),
  inText('a table of a team', (path) => path.endsWith('.csv'), lineEdits),
  inText('the ledger', (path) => path.endsWith('permalinks.json'), lineEdits),
  inText('the configuration', (path) => path.endsWith('site.config.ts'), sourceEdits),
  inText('the configuration', (path) => path.endsWith('site.config.ts'), sourceEdits),
  inJson('the ledger', (path) => path.endsWith('permalinks.json')),
  inJson('docfx.json', (path) => path.endsWith('docfx.json')),
  inJson('redirections', (path) => path.endsWith('redirection.json')),
  inJson('what is published', (path) => path.endsWith('publish.config.json')),
  inJson('strings', (path) => path.includes('content/ui/')),
  inJson('words of a search', (path) => path.includes('content/search/')),
  linkAdded,
  linkAdded,
  pictureShown,
  pictureChanged,
  pictureChanged,
  fileAdded,
  fileDeleted,
  pageAdded,
  pageRenamed,
  pageTaken,
  fileReverted,
  fileReverted,
  fileMended,
]

/** The next edit of a site: never one that leaves all as it is. */
export function nextEdit(files: Files, random: Random, history: History): Edited {
  if (history.length > 1 && random.once(8)) return takenBack(history)
  for (;;) {
    const edit = random.pick(kinds)(files, random, history)
    const isEdit =
      edit && [...edit.changes].some(([path, bytes]) => differs(files.get(path), bytes))
    if (isEdit) return { kind: edit.kind, files: withChanges(files, edit.changes) }
  }
}

/** The site as it was before its last edit. */
export function takenBack(history: History): Edited {
  const before = history.at(-2)
  if (!before) throw new Error('Nothing to take back')
  return { kind: 'the last edit taken back', files: before.files }
}

function withChanges(files: Files, changes: Changes): Files {
  const result = new Map(files)
  for (const [path, bytes] of changes) {
    if (bytes) result.set(path, bytes)
    else result.delete(path)
  }
  return result
}

function differs(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one && other ? !one.equals(other) : one !== other
}

function pathsOf(files: Files, is: (path: string) => boolean): string[] {
  return [...files.keys()].filter(is).toSorted()
}

function pickPath(files: Files, random: Random, is: (path: string) => boolean): string | undefined {
  const paths = pathsOf(files, is)
  return paths.length ? random.pick(paths) : undefined
}

function inText(
  what: string,
  is: (path: string) => boolean,
  edits: Readonly<Record<string, TextEdit>>,
): MakeEdit {
  return (files, random) => {
    const path = pickPath(files, random, is)
    if (path === undefined) return undefined
    const [kind, edit] = random.pick(Object.entries(edits))
    const text = edit(String(files.get(path)), random)
    return { kind: `${what}: ${kind}`, changes: new Map([[path, Buffer.from(text)]]) }
  }
}

function inJson(what: string, is: (path: string) => boolean): MakeEdit {
  return (files, random) => {
    const path = pickPath(files, random, is)
    const text = path === undefined ? undefined : editedJson(String(files.get(path)), random)
    if (path === undefined || text === undefined) return undefined
    return { kind: `${what}: a value`, changes: new Map([[path, Buffer.from(text)]]) }
  }
}

function linkAdded(files: Files, random: Random) {
  const [path, to] = [pickPath(files, random, isPage), pickPath(files, random, isPage)]
  if (path === undefined || to === undefined) return undefined
  const [, heading = 'nowhere'] = /^## (.*)$/m.exec(String(files.get(to))) ?? []
  const anchor = random.once(2) ? `#${heading.toLowerCase().replaceAll(/[^\p{L}]+/gu, '-')}` : ''
  const address = relative(dirname(path), to).replace(/^(?!\.)/, './') + anchor
  return appended(files, path, `See [the other page](${address}).`, 'a link to another page')
}

function pictureShown(files: Files, random: Random) {
  const [path, to] = [pickPath(files, random, isPage), pickPath(files, random, isPicture)]
  if (path === undefined || to === undefined) return undefined
  const words = `![What it shows](${relative(dirname(path), to).replace(/^(?!\.)/, './')})`
  return appended(files, path, words, 'a picture in a page')
}

function appended(files: Files, path: string, words: string, kind: string) {
  const bytes = Buffer.from(`${String(files.get(path))}\n${words}\n`)
  return { kind, changes: new Map([[path, bytes]]) }
}

function pictureChanged(files: Files, random: Random) {
  const [path, other] = [pickPath(files, random, isPicture), pickPath(files, random, isPicture)]
  const bytes = path === undefined ? undefined : files.get(path)
  if (path === undefined || other === undefined || !bytes) return undefined
  const ways: readonly [string, Buffer | undefined][] = [
    ['another picture', files.get(other)],
    ['a small picture', Buffer.from(png)],
    ['empty', Buffer.alloc(0)],
    ['cut off', bytes.subarray(0, random.int(bytes.length || 1))],
    ['one byte', flipped(bytes, random)],
    ['no picture', Buffer.from('words')],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['deleted', undefined],
  ]
  const [way, after] = random.pick(ways)
  return { kind: `a picture: ${way}`, changes: new Map([[path, after]]) }
}

function flipped(bytes: Buffer, random: Random): Buffer {
  const result = Buffer.from(bytes)
  const at = random.int(result.length || 1)
  if (result.length) result[at] = (result[at] ?? 0) ^ (1 << random.int(8))
  return result
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

function fileAdded(files: Files, random: Random) {
  const beside = pickPath(files, random, isPage)
  const place = beside === undefined || random.once(6) ? 'project/public' : dirname(beside)
  const [name, content] = random.pick(added)
  const path = join(place, name)
  if (files.has(path)) return undefined
  return { kind: 'a file more', changes: new Map([[path, Buffer.from(content)]]) }
}

function fileDeleted(files: Files, random: Random) {
  // Not what a site cannot be without.
  const path = pickPath(files, random, (name) => !name.endsWith('site.config.ts'))
  if (path === undefined) return undefined
  return { kind: 'a file less', changes: new Map([[path, undefined]]) }
}

/** A copy of a page under a new name, in one language or in all that have it. */
function pageAdded(files: Files, random: Random) {
  const path = pickPath(files, random, isPage)
  if (path === undefined) return undefined
  const name = `${random.pick(['added', 'other', 'Étape', 'two words'])}$1`
  const changes = inLanguages(files, path, random).map((from): [string, Buffer] => {
    const text = String(files.get(from)).replace(/^title: /m, 'title: New ')
    return [from.replace(/[^/]+(\.mdx?)$/, name), Buffer.from(text)]
  })
  return { kind: 'a page more', changes: new Map(changes) }
}

function pageRenamed(files: Files, random: Random) {
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
function pageTaken(files: Files, random: Random) {
  const path = pickPath(files, random, isPage)
  const other =
    path === undefined ? undefined : inLanguages(files, path).find((name) => name !== path)
  if (path === undefined || other === undefined) return undefined
  return {
    kind: 'a page in words of another language',
    changes: new Map([[path, files.get(other)]]),
  }
}

/** The page in all languages; with `random` sometimes in its own only. */
function inLanguages(files: Files, path: string, random?: Random): string[] {
  if (random?.once(3)) return [path]
  const nameOf = (file: string) => file.replace(/^(docs|project\/content\/docs)\/[\w-]+\//, '')
  return pathsOf(files, (file) => nameOf(file) === nameOf(path) && isPage(file))
}

/** One file as it was at some time before. */
function fileReverted(files: Files, random: Random, history: History) {
  if (history.length === 0) return undefined
  const earlier = random.pick(history).files
  const paths = pathsOf(earlier, (path) => differs(files.get(path), earlier.get(path)))
  if (paths.length === 0) return undefined
  const path = random.pick(paths)
  return { kind: 'a file as it was', changes: new Map([[path, earlier.get(path)]]) }
}

/** Most files as they were at first, so that a site does not go to pieces. */
function fileMended(files: Files, random: Random, history: History) {
  const first = history[0]?.files
  if (!first || history.length < 20 || !random.once(2)) return undefined
  const paths = pathsOf(new Map([...first, ...files]), (path) =>
    differs(files.get(path), first.get(path)),
  )
  const some = paths.filter(() => !random.once(3))
  return {
    kind: 'many files as they were',
    changes: new Map(some.map((path) => [path, first.get(path)])),
  }
}

/** For messages: `docs/en-us/a.md`, or how many there are. */
export function namesOf(paths: readonly string[]): string {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : ''
  return paths.slice(0, 3).join(', ') + more || basename('')
}
