/** A reader comes back to a guide and looks for what has changed. */
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { environment } from '../support/copied-site.ts'
import { commitAll, git, hasGit } from '../support/git.ts'
import { writeSmallContent } from '../support/small-guides.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const project = join(import.meta.dirname, '../..')
const root = await mkdtemp(join(tmpdir(), 'passerelle-changes-'))
afterAll(() => rm(root, { recursive: true, force: true }))

/** Build what is in a folder; gives what was said. */
async function build(folder: string): Promise<string> {
  const args = [join(project, 'src/cli/main.ts'), 'build', '--root', folder, '--out', 'dist']
  const options = { cwd: folder, env: environment(folder) }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, options)
  return stdout + stderr
}

function edit(path: string, from: string, to: string) {
  const file = join(root, path)
  const text = readFileSync(file, 'utf8')
  if (!text.includes(from)) throw new Error(`No “${from}” in ${path}`)
  writeFileSync(file, text.replace(from, to))
}

function commitOn(date: string) {
  process.env['GIT_COMMITTER_DATE'] = date
  commitAll(root)
  delete process.env['GIT_COMMITTER_DATE']
}

async function siteWithHistory(): Promise<string> {
  await writeSmallContent(root)
  edit('content/site.config.ts', "source: 'en',", "source: 'en',\n      changes: true,")
  writeFileSync(join(root, '.gitignore'), 'dist\nnode_modules\n.passerelle*\n')
  git(root, 'init', '--quiet', '--initial-branch', 'main')
  commitOn('2026-11-20T10:00:00Z')
  edit('content/docs/en/fasttrack/assess.mdx', 'With tools.', 'With our tools.')
  edit('content/docs/en/fasttrack/enable.mdx', '**Assign licences.**', '__Assign licences.__')
  commitOn('2026-11-22T10:00:00Z')
  edit('content/docs/en/fasttrack/assess.mdx', 'The right people.', 'All the right people.')
  commitOn('2026-11-24T10:00:00Z')
  await build(root)
  return join(root, 'dist')
}

const site = hasGit ? await siteWithHistory() : undefined
const visitor = visitorOf(site)
const start = 'en/fasttrack/'
const list = `${start}changes/`
const lines = (page: Page) => page.locator('.changes__item > :first-child').allTextContents()
const said = 'Changed since your last visit'

/** A reader whose last visit was when the newest change was of this time. */
async function comeBack(path: string, latest: string): Promise<Page> {
  const page = await visitor.newPage()
  await page.addInitScript((time) => {
    const kept = { since: time, latest: time, at: 0 }
    const key = 'passerelle-visit-fasttrack'
    if (!localStorage.getItem(key)) localStorage.setItem(key, JSON.stringify(kept))
  }, latest)
  await page.goto(visitor.url + path)
  return page
}

describe.skipIf(!site)('the changes of a docset', () => {
  test('are listed by day on a page that the first page links to, without script', async () => {
    const page = await visitor.open(start, { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'What has changed' }).press('Enter')
    await page.waitForURL(visitor.url + list)
    const days = await page.getByRole('heading', { level: 2 }).allTextContents()
    expect(days.map((text) => text.trim())).toEqual([
      'November 24, 2026',
      'November 22, 2026',
      'November 20, 2026',
    ])
    // That marks of a page are others is no change of its words.
    await expect
      .poll(async () => (await lines(page)).slice(0, 2))
      .toEqual(['Changed: Assess', 'Changed: Assess'])
    await expect.poll(() => lines(page)).toHaveLength(5)
    await page.getByRole('link', { name: 'Gather data about your environment' }).press('Enter')
    await page.waitForURL(`${visitor.url}en/fasttrack/assess/#gather-data`)
  })

  test('are a feed that the page links to', async () => {
    const page = await visitor.open(list)
    const feed = page.locator('link[type="application/atom+xml"]')
    const address = `${visitor.url}en/fasttrack/changes/feed.xml`
    await expect
      .poll(async () => new URL((await feed.getAttribute('href')) ?? '', visitor.url).href)
      .toBe(address)
    const text = readFileSync(join(site!, 'en/fasttrack/changes/feed.xml'), 'utf8')
    expect(text.match(/<updated>[^<]*/)?.[0]).toBe('<updated>2026-11-24T10:00:00Z')
  })

  test('are marked where they are, for readers who come back', async () => {
    const page = await comeBack('en/fasttrack/assess/', '2026-11-22T10:00:00Z')
    await page
      .locator('.heading:has(#what-you-have-to-bring) + .since', { hasText: said })
      .waitFor()
    await expect.poll(() => page.locator('.since').count()).toBe(2)
    expect(await page.locator('#gather-data .since').count()).toBe(0)
    await page.locator('.sidebar a[aria-current=page] .since', { hasText: 'changed' }).waitFor()
    await page.goto(visitor.url + list)
    await page.locator('.changes__item .since').first().waitFor()
    await expect.poll(() => page.locator('.changes__item .since').count()).toBe(1)
  })

  test('are no longer marked on the next visit', async () => {
    const page = await comeBack(list, '2026-11-22T10:00:00Z')
    await page.locator('.since').first().waitFor()
    await page.clock.install({ time: Date.now() + 3_600_000 })
    const answer = page.waitForResponse(/changes\.json$/)
    await page.reload()
    await (await answer).finished()
    await settled(page)
    expect(await page.locator('.since').count()).toBe(0)
  })

  test('are marked for readers who opened one page before it changed', async () => {
    const page = await visitor.newPage()
    await page.clock.install({ time: '2026-11-23T08:00:00Z' })
    await page.goto(`${visitor.url}en/fasttrack/assess/`)
    await settled(page)
    await page.clock.setSystemTime('2026-11-30T08:00:00Z')
    await page.goto(`${visitor.url}en/fasttrack/enable/`)
    await page
      .locator('.sidebar li:has(> a[href$="/assess/"]) .since', { hasText: 'changed' })
      .waitFor()
    await expect.poll(() => page.locator('.since').count()).toBe(1)
  })

  test('are neither marked nor fetched for new readers', async () => {
    const page = await visitor.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${visitor.url}en/fasttrack/assess/`, { waitUntil: 'networkidle' })
    expect(asked.filter((url) => url.includes('changes'))).toEqual([])
    await page.goto(visitor.url + list, { waitUntil: 'networkidle' })
    expect(await page.locator('.since').count()).toBe(0)
  })

  test.each(['light', 'dark'] as const)('is accessible and fits a phone, %s', async (scheme) => {
    for (const path of [list, 'en/fasttrack/assess/', 'fr-fr/fasttrack/changes/']) {
      const page = await comeBack(path, '2026-11-19T10:00:00Z')
      await page.setViewportSize({ width: 320, height: 640 })
      await page.emulateMedia({ colorScheme: scheme })
      await page.locator('.since').first().waitFor({ state: 'attached' })
      await settled(page)
      expect(await violations(page)).toEqual([])
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    }
  })

  test('are the same in another build of a commit, and differ after the next commit', async () => {
    const before = readFileSync(join(site!, 'en/fasttrack/changes/feed.xml'), 'utf8')
    expect(await build(root)).toContain('Nothing has changed since the last build')
    expect(readFileSync(join(site!, 'en/fasttrack/changes/feed.xml'), 'utf8')).toBe(before)
    edit('content/docs/en/fasttrack/enable.mdx', 'To everybody.', 'To all.')
    await build(root)
    expect(readFileSync(join(site!, 'en/fasttrack/changes/feed.xml'), 'utf8')).toBe(before)
    commitOn('2026-11-25T10:00:00Z')
    await build(root)
    const after = readFileSync(join(site!, 'en/fasttrack/changes/feed.xml'), 'utf8')
    expect(after).toContain('<updated>2026-11-25T10:00:00Z')
  })

  test('come with a warning in a shallow clone', async () => {
    const clone = await mkdtemp(join(tmpdir(), 'passerelle-clone-'))
    git(clone, 'clone', '--quiet', '--depth', '1', `file://${root}`, 'site')
    const output = await build(join(clone, 'site'))
    expect(output).toContain('git fetch --unshallow')
    expect(
      readFileSync(join(clone, 'site/dist/en/fasttrack/changes/index.html'), 'utf8'),
    ).toContain('No changes yet.')
    await rm(clone, { recursive: true, force: true })
  })
})
