/** The settings for Weblate name files that `export` writes. */
import { readFile, readdir } from 'node:fs/promises'
import { join, matchesGlob } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { smallGuides } from '../support/small-guides.ts'

const folder = join(import.meta.dirname, '../../examples/weblate')
const read = (name: string) => readFile(join(folder, name), 'utf8')
const smallSite = smallGuides()

interface Component {
  slug: string
  filemask: string
  file_format: string
  push_branch: string
}

test('the file mask finds what export writes, by its language', async () => {
  const [component] = JSON.parse(await read('component.json')) as Component[]
  const { root, run } = await smallSite()
  const { code } = await run('export', '--out', 'weblate')
  expect(code).toBe(0)
  const files = (await readdir(join(root, 'weblate'))).map((name) => `weblate/${name}`)
  expect(component?.file_format).toBe('po')
  expect(files.filter((name) => matchesGlob(name, component?.filemask ?? ''))).toEqual([
    'weblate/fasttrack.en.fr-FR.po',
  ])
})

test('settings and workflow name the same component and branch', async () => {
  const [component] = JSON.parse(await read('component.json')) as Component[]
  expect(await read('.weblate')).toMatch(new RegExp(`^translation = \\w+/${component?.slug}$`, 'm'))
  const workflow = parse(await read('weblate.yml')) as {
    on: { push: { branches: string[] } }
    jobs: { exchange: { steps: { run?: string }[] } }
  }
  expect(workflow.on.push.branches).toContain(component?.push_branch)
  const { steps } = workflow.jobs.exchange
  expect(steps.some(({ run }) => run?.includes('export --out weblate'))).toBe(true)
})
