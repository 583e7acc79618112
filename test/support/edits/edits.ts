/** Edits of every kind that a site may see, made at random. */
import { basename } from 'node:path'
import type { Random } from '../random.ts'
import {
  type Changes,
  type Edited,
  type History,
  type MakeEdit,
  differs,
  isConfig,
  isContents,
  isPage,
  pathsOf,
  pickPath,
} from './edit.ts'
import type { Files } from './files.ts'
import { editedJson } from './json-edits.ts'
import {
  fileAdded,
  fileDeleted,
  linkAdded,
  pageAdded,
  pageDeleted,
  pageRenamed,
  pageTaken,
} from './page-edits.ts'
import { pictureChanged, pictureRenamed, pictureShown } from './picture-edits.ts'
import { codeEdits, sourceEdits, tocEdits } from './source-edits.ts'
import { contentsEdits, glossaryEdits, lineEdits, pageEdits, type TextEdit } from './text-edits.ts'

/** Each as often as it is listed. */
const kinds: readonly (readonly [subject: string, make: MakeEdit])[] = [
  ...Object.entries(pageEdits).map(([kind, edit]) => text('a page', isPage, { [kind]: edit })),
  text('an include', (path) => path.includes('/includes/'), pageEdits),
  text('an include', (path) => path.includes('/includes/'), pageEdits),
  text('a table of contents', isContents, { ...lineEdits, ...contentsEdits }),
  text('a table of contents', isContents, { ...lineEdits, ...contentsEdits }),
  text('contents in the configuration', isConfig, tocEdits),
  text('contents in the configuration', isConfig, tocEdits),
  text('YAML', (path) => path.endsWith('.yml') && !isContents(path), lineEdits),
  text('a lock', (path) => path.endsWith('.lock'), lineEdits),
  text('a lock', (path) => path.endsWith('.lock'), lineEdits),
  text('a memory', (path) => path.endsWith('.tmx'), lineEdits),
  text('the glossary', (path) => path.endsWith('/glossary.csv'), glossaryEdits),
  text('ignored findings', (path) => path.endsWith('/ignore.csv'), lineEdits),
  text('the ledger', (path) => path.endsWith('permalinks.json'), lineEdits),
  json('the ledger', (path) => path.endsWith('permalinks.json')),
  text('the configuration', isConfig, sourceEdits),
  text('the configuration', isConfig, sourceEdits),
  text('a plugin', (path) => path.includes('content/plugins/'), codeEdits),
  text('a plugin', (path) => path.includes('content/plugins/'), codeEdits),
  text('a style sheet', (path) => path.endsWith('.css'), lineEdits),
  json('docfx.json', (path) => path.endsWith('docfx.json')),
  json('redirects', (path) => path.endsWith('redirection.json')),
  json('what is published', (path) => path.endsWith('publish.config.json')),
  json('strings', (path) => path.includes('content/ui/')),
  json('strings', (path) => path.includes('content/ui/')),
  json('words of a search', (path) => path.includes('content/search/')),
  ['a link', linkAdded],
  ['a link', linkAdded],
  ['a picture in a page', pictureShown],
  ['a picture', pictureChanged],
  ['a picture', pictureChanged],
  ['a picture with another name', pictureRenamed],
  ['a file more', fileAdded],
  ['a file less', fileDeleted],
  ['a page more', pageAdded],
  ['a page less', pageDeleted],
  ['a page with another name', pageRenamed],
  ['a page in other words', pageTaken],
  ['a file as it was', fileReverted],
  ['many files as they were', fileMended],
]

/** All that an edit may be about, apart from taking back the last one. */
export const subjects: readonly string[] = [...new Set(kinds.map(([subject]) => subject))]

/** Gives the next edit of a site: never one that leaves all as it is. */
export type NextEdit = (files: Files, history: History) => Edited

/** In turn, so that none is left out for long: all kinds in random order, then all in another one. */
export function editsOf(random: Random): NextEdit {
  let deck: (typeof kinds)[number][] = []
  return (files, history) => {
    if (history.length > 1 && random.once(8)) return takenBack(history)
    for (;;) {
      if (deck.length === 0) deck = [...kinds]
      const [[subject, make] = random.pick(kinds)] = deck.splice(random.int(deck.length), 1)
      const edit = make(files, random, history)
      const isEdit =
        edit && [...edit.changes].some(([path, bytes]) => differs(files.get(path), bytes))
      if (isEdit) return { subject, kind: edit.kind, files: withChanges(files, edit.changes) }
    }
  }
}

/** The site as it was before its last edit. */
export function takenBack(history: History): Edited {
  const before = history.at(-2)
  if (!before) throw new Error('Nothing to take back')
  const kind = 'the last edit taken back'
  return { subject: kind, kind, files: before.files }
}

function withChanges(files: Files, changes: Changes): Files {
  const result = new Map(files)
  for (const [path, bytes] of changes) {
    if (bytes) result.set(path, bytes)
    else result.delete(path)
  }
  return result
}

function text(
  subject: string,
  is: (path: string) => boolean,
  edits: Readonly<Record<string, TextEdit>>,
): readonly [string, MakeEdit] {
  const make: MakeEdit = (files, random) => {
    const path = pickPath(files, random, is)
    if (path === undefined) return undefined
    const [kind, edit] = random.pick(Object.entries(edits))
    const changed = edit(String(files.get(path)), random)
    return { kind: `${subject}: ${kind}`, changes: new Map([[path, Buffer.from(changed)]]) }
  }
  return [subject, make]
}

function json(subject: string, is: (path: string) => boolean): readonly [string, MakeEdit] {
  const make: MakeEdit = (files, random) => {
    const path = pickPath(files, random, is)
    const changed = path === undefined ? undefined : editedJson(String(files.get(path)), random)
    if (path === undefined || changed === undefined) return undefined
    return { kind: `${subject}: a value`, changes: new Map([[path, Buffer.from(changed)]]) }
  }
  return [subject, make]
}

/** One file as it was at some time before. */
function fileReverted(files: Files, random: Random, history: History): ReturnType<MakeEdit> {
  if (history.length === 0) return undefined
  const earlier = random.pick(history).files
  const paths = pathsOf(earlier, (path) => differs(files.get(path), earlier.get(path)))
  if (paths.length === 0) return undefined
  const path = random.pick(paths)
  return { kind: 'a file as it was', changes: new Map([[path, earlier.get(path)]]) }
}

/** Most files as they were at first, so that a site does not go to pieces. */
function fileMended(files: Files, random: Random, history: History): ReturnType<MakeEdit> {
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
