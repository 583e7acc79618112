/** What the GitHub Action runs, with a `gh` that writes down what it is asked. */
import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { temporaryFolder } from '../support/folder.ts'
import { beginHistory, git, hasGit } from '../support/git.ts'
import { copyWithSmallGuides } from '../support/small-guides.ts'

const root = join(import.meta.dirname, '../..')
const assess = 'content/docs/en/fasttrack/assess.mdx'

let project: string
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'passerelle-action-'))
  await copyWithSmallGuides(project)
  beginHistory(project)
  git(project, 'checkout', '--quiet', '-b', 'change')
  return () => rm(project, { recursive: true, force: true, maxRetries: 5 })
})
beforeEach(() => void git(project, 'checkout', '--quiet', 'HEAD', '--', 'content'))

interface ActionRun {
  code: number | null
  printed: string
  summary: string
  /** What `gh` was asked, one line for each call, and the body that it was given. */
  calls: string[]
  body: string
}

/** @param comment - Number of the comment that the pull request has. */
async function action(env: Record<string, string> = {}, comment = ''): Promise<ActionRun> {
  const folder = await temporaryFolder()
  const at = (name: string) => join(folder, name)
  const script = `#!/usr/bin/env bash
echo "$*" >>${at('calls')}
case "$*" in *--paginate*) echo "${comment}" ;; esac
for arg in "$@"; do case "$arg" in body=@*) cp "\${arg#body=@}" ${at('body')} ;; esac; done
`
  await writeFile(at('gh'), script)
  await chmod(at('gh'), 0o755)
  await writeFile(at('summary'), '')
  const { status, stdout, stderr } = spawnSync(join(root, '.github/scripts/review.sh'), {
    cwd: project,
    encoding: 'utf8',
    env: {
      PATH: [folder, process.env['PATH']].join(delimiter),
      PASSERELLE: `${process.execPath} ${join(project, 'src/cli/main.ts')}`,
      BASE: 'main',
      PULL_REQUEST: '7',
      GITHUB_REPOSITORY: 'team/guides',
      GITHUB_STEP_SUMMARY: at('summary'),
      ...env,
    },
  })
  const text = (name: string) => readFile(at(name), 'utf8').catch(() => '')
  return {
    code: status,
    printed: stdout + stderr,
    summary: await text('summary'),
    calls: (await text('calls')).trim().split('\n').filter(Boolean),
    body: await text('body'),
  }
}

async function edit(from: string, to: string): Promise<void> {
  const path = join(project, assess)
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to))
}

describe.skipIf(!hasGit)('the Action on a pull request', () => {
  test('writes the summary and one comment, which it edits from then on', async () => {
    await edit('The right people.', 'Other people.')
    const first = await action()
    expect(first.code, first.printed).toBe(0)
    expect(first.summary).toContain('1 translated block made stale')
    expect(first.body).toBe(first.summary)
    expect(first.calls).toEqual([
      expect.stringMatching(/^api --paginate repos\/team\/guides\/issues\/7\/comments --jq/),
      expect.stringMatching(/^api --method POST repos\/team\/guides\/issues\/7\/comments --field/),
    ])
    const again = await action({}, '42')
    expect(again.calls[1]).toMatch(
      /^api --method PATCH repos\/team\/guides\/issues\/comments\/42 --field body=@/,
    )
  })

  test('does not comment on what touches no translation, but corrects what it said before', async () => {
    const nothing = await action()
    expect(nothing.calls).toHaveLength(1)
    expect(nothing.summary).toContain('This change affects no translation')
    expect((await action({}, '42')).calls[1]).toContain('PATCH')
  })

  test('fails with what check finds, as annotations, and comments all the same', async () => {
    await edit('The right people.', '[People](nowhere.mdx).')
    const { code, printed, calls } = await action()
    expect(code).toBe(1)
    expect(printed).toMatch(/^::error file=content\/docs\/en\/fasttrack\/assess\.mdx,line=/m)
    expect(calls).toHaveLength(2)
  })

  test('fails if Git cannot compare, and leaves the comment as it was', async () => {
    const { code, printed, calls, summary } = await action({ BASE: 'nowhere' }, '42')
    expect([code, calls, summary]).toEqual([2, [], ''])
    expect(printed).toContain('Git knows no commit `nowhere`')
  })

  test('elsewhere than on a pull request only checks', async () => {
    const { code, calls, summary } = await action({ BASE: '', PULL_REQUEST: '' })
    expect([code, calls, summary]).toEqual([0, [], ''])
  })
})

test('it gives its script all that that reads', async () => {
  const text = await readFile(join(root, 'action.yml'), 'utf8')
  const { inputs, runs } = parse(text) as {
    inputs: Record<string, { description?: string }>
    runs: { steps: [{ run: string; env: Record<string, string> }] }
  }
  const [{ run, env }] = runs.steps
  expect(run).toContain('.github/scripts/review.sh')
  const script = await readFile(join(root, '.github/scripts/review.sh'), 'utf8')
  for (const name of ['FOLDERS', 'PASSERELLE', 'BASE', 'COMMENT', 'PULL_REQUEST']) {
    expect(Object.keys(env)).toContain(name)
    expect(script).toMatch(new RegExp(`\\$\\{?${name}`))
  }
  const used = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name)
  expect(new Set(used)).toEqual(new Set(Object.keys(inputs)))
})

test('hooks of pre-commit are commands of this program', async () => {
  const hooks = parse(await readFile(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as {
    entry: string
  }[]
  expect(hooks.map(({ entry }) => entry.split(' ').slice(2, 4))).toEqual([
    ['passerelle', 'check'],
    ['passerelle', 'review'],
  ])
})
