/** What a process that goes on has at hand of a site is what a new one reads, whatever was changed. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepFiles } from '#src/cli/dev/kept-files.ts'
import { type DrawnSite, loadDrawnSite } from '#src/cli/load-site.ts'
import { factMemory } from '#src/facts/store.ts'
import { siteFiles } from '#src/cli/site-files.ts'
import type { Edited } from '../../support/edits/edit.ts'
import { editsOf } from '../../support/edits/edits.ts'
import { type Files, changedPaths, readFiles, showFiles } from '../../support/edits/files.ts'
import { type EditedSite, editable, makeSite } from '../../support/edits/sites.ts'
import { randomOf } from '../../support/random.ts'
import { sample } from '../../support/sample.ts'

let folder = ''
let site: EditedSite
let first: Files

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-memory-'))
  site = await makeSite('small', folder)
  first = await readFiles(folder, editable(site))
})
afterAll(() => rm(folder, { recursive: true, maxRetries: 5 }))

/** All that was read, as values. */
function values({ read, problems, translations, sources }: DrawnSite): unknown {
  const documents = read.documents.map((document) => ({
    ...document,
    content: document.content?.parts(),
    messages: document.messages.map(String),
  }))
  const { contents, links, offers, site: about } = read
  const { imageFaults, drawings } = sources.context
  const pictures = { faults: [...(imageFaults ?? [])], drawings: [...(drawings ?? [])] }
  return { documents, contents, links, offers, about, problems, translations, pictures }
}

// The configuration and plugins are modules: when they change, a new process takes over.
const isKept = (path: string) => !path.endsWith('.ts')

test.each(
  sample(
    Array.from({ length: 12 }, (_, seed) => seed),
    3,
  ),
)('after each of 15 edits (seed %i)', async (seed) => {
  const nextEdit = editsOf(randomOf(seed))
  const terminal = { cwd: site.cwd, root: site.root }
  const kept = keepFiles(siteFiles(site.folders, terminal))
  const memory = { files: kept.files, facts: factMemory() }
  const load = (cache: string, own?: typeof memory) => {
    const places = { cache: join(folder, cache), program: 'this' }
    const loading = loadDrawnSite(site.folders, {}, terminal, places, undefined, { memory: own })
    // What ends one reading has to end the other, too.
    return loading.then(values, String)
  }
  const history: Edited[] = [{ subject: 'none', kind: 'none', files: first }]
  for (let number = 0; number < 15; number++) {
    const before = history.at(-1)?.files ?? first
    const edit = nextEdit(before, history.length > 1 ? history : [])
    const files = new Map([...edit.files].filter(([path]) => isKept(path)))
    for (const [path, bytes] of first) if (!isKept(path)) files.set(path, bytes)
    history.push({ ...edit, files })
    await showFiles(folder, before, files)
    kept.forget(
      changedPaths(before, files).map((path) => ({
        path: join(folder, path),
        isTree: before.has(path) !== files.has(path),
      })),
    )
    const [warm, cold] = [await load('warm', memory), await load(`cold-${seed}-${number}`)]
    const kinds = history.map(({ kind }) => kind).join(', ')
    expect(warm, kinds).toEqual(cold)
  }
  await showFiles(folder, history.at(-1)?.files ?? first, first)
})
