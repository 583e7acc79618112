/** Which commits `review` compares, and what it says when Git cannot tell. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { historyState } from '#src/cli/review/git.ts'
import { temporaryFolder } from '../support/folder.ts'
import { beginHistory, commitAll, git, hasGit } from '../support/git.ts'
import { assessPage, reviewSites } from '../support/review-site.ts'

const { smallSite, reviewSite } = reviewSites()

test.skipIf(!hasGit)(
  'the state of the history is that of the repository of the guides',
  async () => {
    const root = await temporaryFolder()
    await mkdir(join(root, 'content/docs'), { recursive: true })
    beginHistory(join(root, 'content/docs'))
    beginHistory(root)
    const before = await historyState(root)
    commitAll(root)
    expect(await historyState(root)).toBe(before)
    git(join(root, 'content/docs'), 'commit', '--quiet', '--allow-empty', '--message', 'changed')
    expect(await historyState(root)).not.toBe(before)
  },
)

describe.skipIf(!hasGit)('problems with Git are reported in one sentence', () => {
  test('without --base, and without a repository', async () => {
    const { run } = await smallSite()
    expect(await run('review')).toMatchObject({
      code: 2,
      output: expect.stringContaining('Say with --base') as string,
    })
    const { code, output } = await run('review', '--base', 'main')
    expect([code, output]).toEqual([
      2,
      expect.stringMatching(/Git reads no repository at .*content/),
    ])
  })

  test.each(['nowhere', '--output=x', '-h', ''])('a commit %j that there is not', async (name) => {
    const { run } = await reviewSite()
    const { code, output } = await run('review', `--base=${name}`)
    expect([code, output]).toEqual([2, expect.stringContaining(`Git knows no commit \`${name}\``)])
  })

  test('a clone with a part of the history says how to get the rest', async () => {
    const { root, edit, runIn } = await reviewSite()
    await edit(assessPage, 'The right people.', 'Other people.')
    commitAll(root)
    const clone = join(await temporaryFolder(), 'clone')
    const url = `file://${root}`
    git(root, 'clone', '--quiet', '--depth', '1', '--branch', 'change', url, clone)
    const missing = await runIn(clone, 'review', '--base', 'origin/main')
    expect([missing.code, missing.output]).toEqual([2, expect.stringContaining('fetch-depth: 0')])
    git(clone, 'fetch', '--quiet', '--depth', '1', 'origin', 'main:main')
    const cut = await runIn(clone, 'review', '--base', 'main')
    expect([cut.code, cut.output]).toEqual([1, expect.stringContaining('git fetch --unshallow')])
  })

  test('histories that have nothing in common', async () => {
    const { root, edit, review } = await reviewSite()
    git(root, 'checkout', '--quiet', '--orphan', 'other')
    await edit(assessPage, 'The right people.', 'Other people.')
    commitAll(root)
    expect(await review()).toMatchObject({
      code: 1,
      output: '`main` and `HEAD` have no commit in common.',
    })
  })
})

test.skipIf(!hasGit)(
  'a clone of a bare repository is compared with the branch of its origin',
  async () => {
    const { root, edit, runIn } = await reviewSite()
    const folder = await temporaryFolder()
    git(root, 'clone', '--quiet', '--bare', root, join(folder, 'origin.git'))
    git(folder, 'clone', '--quiet', '--branch', 'change', join(folder, 'origin.git'), 'clone')
    await edit(assessPage, 'The right people.', 'Other people.')
    await writeFile(join(folder, 'clone', assessPage), await readFile(join(root, assessPage)))
    const clone = join(folder, 'clone')
    const { code, output } = await runIn(clone, 'review', '--base', 'origin/main')
    expect([code, output]).toEqual([0, expect.stringContaining('1 translated block made stale')])
  },
)
