import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyFolder, newSite } from '../support/new-site.ts'

describe('a new site', () => {
  test.each([
    { template: 'guides', locales: 'en,fr-FR', pages: 6 },
    { template: 'guides', locales: 'fr-FR,en', pages: 6 },
    { template: 'blank', locales: 'en,fr-FR', pages: 2 },
    { template: 'guides', locales: 'en,de,ar', pages: 9 },
    { template: 'guides', locales: 'pt-BR', pages: 3 },
  ])('$template in $locales has no problem', async ({ template, locales, pages }) => {
    const site = await newSite('--template', template, '--locales', locales)
    const check = await site.run('check')
    expect([check.code, check.printed.trim()]).toEqual([0, 'No problems.'])
    const build = await site.run('build')
    expect([build.code, build.printed]).toEqual([0, ''])
    expect(build.warned).toContain(`${pages} pages built`)
  })

  test('needs no translation in the languages of the template', async () => {
    for (const locales of ['en,fr-FR', 'fr-FR,en']) {
      const site = await newSite('--locales', locales)
      const { printed } = await site.run('status')
      expect(printed.match(/\d+ % of/g)).toEqual(['100 % of', '100 % of'])
    }
  })

  test('has docsets that docfx would build, and leaves those that are there alone', async () => {
    const site = await newSite('--template', 'docfx')
    const text = await readFile(join(site.folder, 'package.json'), 'utf8')
    expect(text).toContain('passerelle build docs/en-us docs/fr-fr --out dist')
    const check = await site.run('check', 'docs/en-us', 'docs/fr-fr')
    expect([check.code, check.printed.trim()]).toEqual([0, 'No problems.'])
    const other = await emptyFolder()
    await cp(join(site.folder, 'docs/fr-fr'), join(other.folder, 'guide/fr'), { recursive: true })
    const before = await readdir(join(other.folder, 'guide'), { recursive: true })
    expect((await other.run('init', '--template', 'docfx')).code).toBe(0)
    expect(await readdir(join(other.folder, 'guide'), { recursive: true })).toEqual(before)
    const scripts = await readFile(join(other.folder, 'package.json'), 'utf8')
    expect(scripts).toContain('passerelle build guide/fr --out dist')
  })
})

test('a guide that takes the place of the first one has no problems but its own', async () => {
  const { folder, run } = await newSite()
  const docs = join(folder, 'content/docs')
  await rm(docs, { recursive: true })
  await mkdir(join(docs, 'en/guide'), { recursive: true })
  const page = '---\ntitle: Ours\ndescription: Ours.\n---\n\nSee [there](./nowhere.mdx).\n'
  await writeFile(join(docs, 'en/guide/index.mdx'), page)
  const config = join(folder, 'content/site.config.ts')
  const text = await readFile(config, 'utf8')
  await writeFile(config, text.replace(/toc: \[\{.*\}\]/, "toc: ['index']"))
  const { printed } = await run('check')
  const rules = printed
    .split('\n')
    .flatMap((line) => /^(\S+?):\d+:\d+ \w+ (\S+)/.exec(line)?.slice(1).join(' ') ?? [])
  expect(rules).toEqual(['content/docs/en/guide/index.mdx link-missing'])
})

describe('init', () => {
  test('never writes over a file', async () => {
    const { folder, run } = await emptyFolder()
    await writeFile(join(folder, 'README.md'), 'Mine.\n')
    const { code, printed } = await run('init')
    expect(code).toBe(0)
    expect(printed).toContain('README.md was there and stays as it is.')
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('Mine.\n')
    const again = await run('init')
    expect([again.code, again.warned.split('\n')[0]]).toEqual([
      2,
      'There is a site in `.` already.',
    ])
  })

  test.each([
    ['--template', 'book', 'There is no template `book`. Use guides, docfx, blank.'],
    ['--locales', 'en,french', '--locales has `french`, which is no language.'],
  ])('refuses %s %s', async (option, value, message) => {
    const { run } = await emptyFolder()
    const { code, warned } = await run('init', option, value)
    expect(code).toBe(2)
    expect(warned).toContain(message)
  })
})

describe('docfx folders without a site around them', () => {
  test('are built, and what is kept lies beside them, out of Git’s sight', async () => {
    const { folder, run } = await newSite('--template', 'docfx')
    await rm(join(folder, 'node_modules'), { recursive: true })
    const before = await readdir(join(folder, 'docs'), { recursive: true })
    const { code, warned } = await run('build', 'docs/en-us', 'docs/fr-fr', '--out', 'site')
    expect([code, warned.trim()]).toEqual([
      0,
      `4 pages built, 4 of them searchable: ${join(folder, 'site')}`,
    ])
    expect(await readFile(join(folder, '.passerelle/.gitignore'), 'utf8')).toBe('*\n')
    expect(await readdir(join(folder, 'docs'), { recursive: true })).toEqual(before)
  })

  test('are named where a command needs a site and finds none', async () => {
    const { run } = await emptyFolder()
    const { code, warned } = await run('build')
    expect(code).toBe(2)
    expect(warned).toMatch(/^There is no site here: .*`passerelle init`.*--root.*docfx/)
  })

  test('may have a site elsewhere', async () => {
    const { folder } = await newSite()
    const other = await emptyFolder()
    const { code, printed } = await other.run('status', '--root', folder)
    expect([code, printed.includes('100 %')]).toEqual([0, true])
  })
})
