/** Where nothing has changed, a build makes nothing; whatever else has happened, it builds. */
import { copyFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type BuildQuestion,
  inputState,
  keepBuild,
  unchangedBuild,
} from '#src/cli/unchanged-build.ts'
import { publishedTree, treeDigest } from '#src/cli/publish/tree.ts'
import { writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'

const outputOf = ({ published }: BuildQuestion) => {
  const tree = published()
  return tree && treeDigest(tree)
}

const said = { printed: ['a.md:1:1 warning'], warned: [], summary: '2 pages', code: 0 as const }

/** A build that has been done, of a folder into another one. */
async function built() {
  const folder = await temporaryFolder()
  await writeTree(folder, {
    'in/a.md': 'A',
    'in/more/b.md': 'B',
    'out/.passerelle': '',
    'out/index.html': 'A',
    'out/b/index.html': 'B',
  })
  const kept = new Map<string, Uint8Array>()
  const question: BuildQuestion = {
    history: async () => 'then',
    before: () => inputState(question.inputs),
    published: () => publishedTree(join(folder, 'out')),
    store: {
      read: async (key) => kept.get(key),
      write: async (key, bytes) => void kept.set(key, bytes),
    },
    out: join(folder, 'out'),
    inputs: [join(folder, 'in'), join(folder, 'beside.json')],
    given: ['program', { format: 'text' }],
  }
  const keep = (before = question.before(), output = outputOf(question)) =>
    keepBuild({ ...question, before: () => before }, { ...said, output })
  await keep()
  return { folder, kept, question, keep }
}

test('a build of the same files says what the first one said', async () => {
  const { question } = await built()
  expect(await unchangedBuild(question)).toMatchObject(said)
})

test('files that were only checked out again are the same', async () => {
  const { folder, question } = await built()
  await copyFile(join(folder, 'in/a.md'), join(folder, 'copy'))
  await rename(join(folder, 'copy'), join(folder, 'in/a.md'))
  await utimes(join(folder, 'in/a.md'), 1, 1)
  expect(await unchangedBuild(question)).toMatchObject(said)
})

describe('it builds', () => {
  test.each<[what: string, change: (folder: string) => Promise<void>]>([
    ['a page changed', (folder) => writeFile(join(folder, 'in/a.md'), 'B')],
    ['a page is new', (folder) => writeFile(join(folder, 'in/more/c.md'), '')],
    ['a page is gone', (folder) => rm(join(folder, 'in/more/b.md'))],
    [
      'a page has another name',
      (folder) => rename(join(folder, 'in/a.md'), join(folder, 'in/b.md')),
    ],
    ['a file is there that was not', (folder) => writeFile(join(folder, 'beside.json'), '')],
    ['a link is new', (folder) => symlink('a.md', join(folder, 'in/link.md'))],
    ['a built page is gone', (folder) => rm(join(folder, 'out/b/index.html'))],
    ['the site is gone', (folder) => rm(join(folder, 'out'), { recursive: true })],
    ['a built page was edited', (folder) => writeFile(join(folder, 'out/index.html'), 'B')],
    [
      'a built page was edited, and dated back',
      async (folder) => {
        await writeFile(join(folder, 'out/index.html'), 'B')
        await utimes(join(folder, 'out/index.html'), 1, 1)
      },
    ],
    ['something was put into the site', (folder) => writeFile(join(folder, 'out/x'), '')],
  ])('where %s', async (_what, change) => {
    const { folder, question } = await built()
    await change(folder)
    expect(await unchangedBuild(question)).toBeUndefined()
  })

  test('where another program builds, or somebody asks for something else', async () => {
    const { question } = await built()
    expect(await unchangedBuild({ ...question, given: ['other'] })).toBeUndefined()
    expect(await unchangedBuild({ ...question, out: `${question.out}2` })).toBeUndefined()
  })

  test('where a page changed while the last build was running', async () => {
    const { folder, question, kept, keep } = await built()
    kept.clear()
    const before = question.before()
    await writeFile(join(folder, 'in/a.md'), 'new')
    await keep(before)
    expect(await unchangedBuild(question)).toBeUndefined()
  })

  test('where a page changed in a folder that was given by a link', async () => {
    const { folder, question } = await built()
    await symlink('in', join(folder, 'to-in'))
    const linked = { ...question, inputs: [join(folder, 'to-in')] }
    const ofLink = { ...linked, before: () => inputState(linked.inputs) }
    await keepBuild(ofLink, { ...said, output: outputOf(question) })
    expect(await unchangedBuild(ofLink)).toMatchObject(said)
    await writeFile(join(folder, 'in/more/b.md'), 'C')
    expect(await unchangedBuild(ofLink)).toBeUndefined()
  })

  test('where a file that a link leads to changed meanwhile', async () => {
    const { folder, question, kept, keep } = await built()
    await symlink('../beside', join(folder, 'in/link.md'))
    await writeFile(join(folder, 'beside'), 'then')
    kept.clear()
    const before = question.before()
    await writeFile(join(folder, 'beside'), 'now')
    await keep(before)
    expect(kept.size).toBe(0)
  })

  test('where another build has published in the meantime', async () => {
    const { folder, question, keep } = await built()
    const output = outputOf(question)
    await writeFile(join(folder, 'out/index.html'), 'B')
    await keep(question.before(), output)
    expect(await unchangedBuild(question)).toBeUndefined()
  })

  test('where something cannot be read: it may have changed', async () => {
    const { folder, question, kept } = await built()
    // A part of its path is a file.
    const inputs = [join(folder, 'in/a.md/b.md')]
    expect(inputState(inputs)).toBeUndefined()
    kept.clear()
    const unreadable = { ...question, inputs, before: () => inputState(inputs) }
    await keepBuild(unreadable, { ...said, output: outputOf(question) })
    expect(kept.size).toBe(0)
  })

  test('where the cache is damaged', async () => {
    const { question, kept } = await built()
    for (const [key, bytes] of kept) kept.set(key, bytes.subarray(0, -2))
    expect(await unchangedBuild(question)).toBeUndefined()
  })
})
