/** The guide preset in an Astro site that has none of our routes. */
import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** In the project, where packages are found. */
const blog = join(root, '.passerelle/tests/astro-blog')
let printed = ''

beforeAll(async () => {
  await rm(blog, { recursive: true, force: true })
  await mkdir(join(root, '.passerelle/tests'), { recursive: true })
  await cp(join(root, 'examples/astro-blog'), blog, { recursive: true })
  const args = ['--import', join(root, 'test/support/own-package.ts')]
  const command = [join(root, 'node_modules/astro/bin/astro.mjs'), 'build']
  const { ASTRO_ROOT: _, ...env } = process.env
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...args, ...command], {
    cwd: blog,
    env: { ...env, NODE_ENV: 'production', VITEST: '', ASTRO_TELEMETRY_DISABLED: '1' },
  })
  printed = stdout + stderr
})

test('a post has its alert, and a procedure whose steps have addresses', async () => {
  const html = await readFile(join(blog, 'dist/posts/first-call/index.html'), 'utf8')
  expect(html).toContain('<aside class="alert" data-kind="important">')
  expect(html).toContain('<li class="step" data-step="" id="share-report">')
  expect(html).toContain('<h2 id="what-you-do">')
})

test('the page of the blog itself is Astro’s', async () => {
  const html = await readFile(join(blog, 'dist/index.html'), 'utf8')
  expect(html).toMatch(/<a href="\/posts\/first-call\/?">Before the first call<\/a>/)
})

test('a build prints what is wrong with the post, with its line', () => {
  expect(printed).toContain(
    'first-call.md:15:3 alert-unknown-kind There is no alert `[!NOTTE]`. Did you mean `[!NOTE]`?',
  )
})
