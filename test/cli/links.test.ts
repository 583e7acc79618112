import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smallGuides } from '../support/small-guides.ts'

const file = 'content/permalinks.json'
const assess = (locale: string) => `content/docs/${locale}/fasttrack/assess.mdx`

const smallSite = smallGuides()

/** The ledger of all that the guides publish, written once. */
let accepted: Promise<string> | undefined

/** Guides whose ledger holds all that they publish. */
async function acceptedSite() {
  const site = await smallSite()
  const ledger = () => readFile(join(site.root, file), 'utf8')
  accepted ??= site.run('links', 'accept').then(ledger)
  await writeFile(join(site.root, file), await accepted)
  return { ...site, ledger }
}

test('the first accept makes the ledger, the second changes no byte of it', async () => {
  const { run, root } = await smallSite()
  const first = await run('links', 'accept')
  expect(first.code).toBe(0)
  expect(first.output).toMatch(/content\/permalinks\.json \(new\): \d+ added; \d+ entries\./)
  const text = await readFile(join(root, file), 'utf8')
  expect(text).toContain(
    '\n  "fasttrack/assess#gather-data": { "step": "Gather data about your environment" },\n',
  )
  expect(text).toContain('\n  "fasttrack/checklist/customer": { "page": "Checklist: Customer" },\n')
  const again = await run('links', 'accept')
  expect([again.code, again.output]).toEqual([0, expect.stringContaining(': 0 added;')])
  expect(await readFile(join(root, file), 'utf8')).toBe(text)
  expect((await readdir(join(root, 'content'))).filter((name) => /\.new$/.test(name))).toEqual([])
  const status = await run('links', 'status')
  expect(status.output).toContain('What is published is what the ledger says.')
})

test('status without a ledger says that nothing is noticed, and writes none', async () => {
  const site = await smallSite()
  const { code, output } = await site.run('links', 'status')
  expect(code).toBe(0)
  expect(output).toContain('does not exist yet: nothing that vanishes is noticed')
  expect(await readdir(join(site.root, 'content'))).not.toContain('permalinks.json')
})

test('a heading that is reworded fails check and build, until its move is recorded as they say', async () => {
  const site = await acceptedSite()
  await site.edit(assess('en'), '## What you have to bring', '## Have these ready')
  const check = await site.run('check')
  expect(check.code).toBe(1)
  expect(check.output).toMatch(
    /content\/permalinks\.json:\d+:3 error permalink-gone {2}Published heading `fasttrack\/assess#what-you-have-to-bring` \(“What you have to bring”\) is gone/,
  )
  const build = await site.run('build', '--out', site.dist)
  expect(build.code).toBe(1)
  expect(build.output).toContain('Nothing was published')

  const [, move = ''] = /npm run passerelle -- (links move .*)$/m.exec(check.output) ?? []
  const recorded = await site.run(...move.split(' '))
  expect([recorded.code, recorded.output]).toEqual([
    0,
    'fasttrack/assess#what-you-have-to-bring → fasttrack/assess#have-these-ready\n' +
      'content/permalinks.json: 1 moved.',
  ])
  expect((await site.run('links', 'accept')).code).toBe(0)
  const after = await site.run('check')
  expect(after.code).toBe(0)
  // Only that the translations have to follow.
  expect(after.output.match(/permalink-[a-z]+|[a-z]+-broken/g)).toBeNull()
})

test('a renamed page: status names the command, and all languages redirect', async () => {
  const site = await acceptedSite()
  for (const locale of ['en', 'fr-FR']) {
    const path = join(site.root, assess(locale))
    await rename(path, path.replace('assess.mdx', 'evaluate.mdx'))
  }
  const { code, output } = await site.run('links', 'status', '--json')
  expect(code).toBe(1)
  const { gone } = JSON.parse(output) as { gone: readonly object[] }
  expect(gone).toMatchObject([
    {
      id: 'fasttrack/assess',
      kind: 'page',
      likely: 'fasttrack/evaluate',
      certain: true,
      command: 'npm run passerelle -- links move fasttrack/assess fasttrack/evaluate',
    },
  ])
  const likely = await site.run('links', 'move', '--likely')
  expect(likely.output).toContain('fasttrack/assess → fasttrack/evaluate')
  expect((await site.run('links', 'status')).code).toBe(0)
})

test('a page removed for good is retired with a reason', async () => {
  const site = await acceptedSite()
  await site.edit(assess('en'), '## What you have to bring', '**What you have to bring**')
  await site.edit(assess('fr-FR'), '## Ce que vous devez apporter', '**À apporter**')
  const id = 'fasttrack/assess#what-you-have-to-bring'
  const without = await site.run('links', 'retire', id)
  expect([without.code, without.output]).toEqual([2, expect.stringContaining('Write `--why')])
  const retired = await site.run('links', 'retire', id, '--why', 'The checklist says it')
  expect(retired.code).toBe(0)
  expect(await site.ledger()).toContain(
    `"${id}": { "heading": "What you have to bring", "retired": "The checklist says it" },`,
  )
  expect((await site.run('links', 'status')).code).toBe(0)
})

test('an address from the browser works as well as an id', async () => {
  const site = await acceptedSite()
  await site.edit(assess('en'), '## What you have to bring', '## Have these ready')
  const { code } = await site.run(
    'links',
    'move',
    'https://passerelle.example/fr-fr/fasttrack/assess/?phase=assess#what-you-have-to-bring',
    '/en/fasttrack/assess/#have-these-ready',
  )
  expect(code).toBe(0)
  expect(await site.ledger()).toContain('"movedTo": "fasttrack/assess#have-these-ready"')
})

test('a usage error names the nearest valid command, and writes nothing', async () => {
  const site = await acceptedSite()
  const gone = {
    gone: '{ "page": "Gone" }',
    left: '{ "page": "Left", "movedTo": "fasttrack/enable" }',
  }
  const lines = Object.entries(gone).map(([slug, entry]) => `  "fasttrack/${slug}": ${entry},\n`)
  await site.edit(file, '  "$version"', `${lines.join('')}  "$version"`)
  const before = await site.ledger()
  const wrong: [args: string[], expected: string][] = [
    [['stauts'], 'Did you mean `status`?'],
    [[], 'Say what to do: `status`'],
    [['move', 'fasttrack/assess'], 'Write `links move <old> <new>`'],
    [['move', 'fasttrack/asess', 'fasttrack/enable'], 'Did you mean `fasttrack/assess`?'],
    [['move', 'fasttrack/assess', 'fasttrack/enable'], 'is published where it was'],
    [['retire', 'fasttrack/assess', '--why', 'x'], 'is published where it was'],
    [['move', 'fasttrack/gone', 'fasttrack/gone'], 'is gone itself. Name a page'],
    [['move', 'fasttrack/gone', 'fasttrack/left'], 'It is `fasttrack/enable` now'],
    [['retire', 'fasttrack/gone', '--why', 'de=weg'], 'Write `en=…` or `fr-FR=…`'],
    [
      ['retire', 'nothing-like-it', '--why', 'x'],
      'is not something that content/permalinks.json has',
    ],
    [['accept', '--only', 'fasttrack/asess'], 'Did you mean `fasttrack/assess`?'],
    [['accept', 'fasttrack/assess'], 'There is no folder `fasttrack/assess`'],
    [['status', 'fasttrack'], 'There is no folder `fasttrack`'],
  ]
  for (const [args, expected] of wrong) {
    const { code, output } = await site.run('links', ...args)
    expect([args, code, output]).toEqual([args, 2, expect.stringContaining(expected)])
    expect(output).not.toContain('    at ')
  }
  expect(await site.ledger()).toBe(before)
})

test('a damaged ledger is reported with its position, and not overwritten', async () => {
  const site = await acceptedSite()
  const damaged = (await site.ledger()).replace('},\n', '}\n')
  await writeFile(join(site.root, file), damaged)
  for (const args of [['status'], ['accept'], ['move', '--likely']]) {
    const { code, output } = await site.run('links', ...args)
    expect(code).toBe(1)
    expect(output).toContain(`${file}:3:3 error permalink-file`)
  }
  expect(await site.ledger()).toBe(damaged)
})

test('a ledger that is not text is reported, and not overwritten', async () => {
  const site = await acceptedSite()
  const path = join(site.root, file)
  const damaged = Buffer.concat([await readFile(path), Buffer.from([0xff, 0xfe])])
  await writeFile(path, damaged)
  const { code, output } = await site.run('links', 'accept')
  expect([code, output]).toEqual([1, expect.stringContaining(`${file}:`) as string])
  expect((await readFile(path)).equals(damaged)).toBe(true)
})

test('external links are listed with their places', async () => {
  const site = await smallSite()
  await site.edit(
    assess('en'),
    'In this phase',
    '[See](https://example.org/a?b=c#d). In this phase',
  )
  const { code, output } = await site.run('links', 'external', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(output)).toContainEqual({
    url: 'https://example.org/a?b=c#d',
    file: assess('en'),
    line: 8,
    column: 1,
    text: 'See',
    locale: 'en',
    page: '/en/fasttrack/assess/',
  })
})

test('links check reads a built folder as it is, whatever its base', async () => {
  const site = await smallSite()
  const write = async (path: string, body: string) => {
    await mkdir(join(site.dist, path, '..'), { recursive: true })
    await writeFile(join(site.dist, path), `<!doctype html><html lang="en">${body}</html>`)
  }
  await write('index.html', '<link rel="canonical" href="https://x.example/docs/">')
  await write('en/index.html', '<a href="/docs/en/#here" id="here"></a>')
  const good = await site.run('links', 'check', 'dist')
  expect([good.code, good.output]).toEqual([
    0,
    expect.stringContaining('No problems.\n2 addresses'),
  ])
  await write('en/index.html', '<a href="/en/"></a><a href="#her" id="here"></a>')
  const { code, output } = await site.run('links', 'check', 'dist')
  expect(code).toBe(1)
  expect(output).toMatch(/dist\/en\/index\.html:1:1 error built-base {2}`\/en\/`/)
  expect(output).toMatch(/error built-anchor .*Did you mean `#here`\?/)
  const other = await site.run('links', 'check', 'content')
  expect([other.code, other.output]).toEqual([
    2,
    expect.stringContaining('`content` is not a built site'),
  ])
})
