/** What would take minutes or overflow the stack is a problem at its place, and other pages are read. */
import { describe, expect, test } from 'vitest'
import { isCollection, isPair, parseDocument } from 'yaml'
import { parseYaml } from '#src/docsets/yaml.ts'
import { readDocfxTree, readGuideTree, type Tree } from '../support/tree.ts'

const top = '---\ntitle: Plan\ndescription: What to do.\n---\n\n'
const many = 2000
const manyMarks = 6000

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n')
}

function depthOf(node: unknown): number {
  if (isPair(node)) return Math.max(depthOf(node.key), depthOf(node.value))
  if (!isCollection(node)) return 0
  return 1 + Math.max(0, ...node.items.map(depthOf))
}

/** The problems of one docfx page; the page beside it must be there. */
async function docfx(text: string, more: Tree = {}): Promise<readonly string[]> {
  const tree = { 'en-us/guide/a.md': top + text, 'en-us/guide/b.md': `${top}Words.\n` }
  const { lines, html } = await readDocfxTree({ ...tree, ...more })
  expect(html('/en-us/guide/b/')).toContain('Words.')
  return lines.map((line) => line.replace('en-us/guide/', ''))
}

/** The same for a guide. */
async function guide(text: string): Promise<readonly string[]> {
  const { lines, site } = await readGuideTree(
    {
      'content/docs/en/move/a.mdx': top + text,
      'content/docs/en/move/b.mdx': `${top}Words.\n`,
      'content/docs/fr-FR/move/b.mdx': `${top}Mots.\n`,
    },
    ['a', 'b'],
  )
  const other = site.documents.find(({ page }) => page.path === '/en/move/b/')
  expect(other?.page.kind).toBe('guide')
  return lines.map((line) => line.replace('content/docs/en/move/', ''))
}

/** Markdown that both dialects have, and where the limit is passed. */
const everywhere: readonly [what: string, text: string, problem: string][] = [
  ['quotes', `${'>'.repeat(many)} a`, '6:101 error nesting-depth'],
  ['lists on one line', `${'- '.repeat(many)}a`, '6:201 error nesting-depth'],
  [
    'lists by indent',
    Array.from({ length: 400 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'),
    '206:401 error nesting-depth',
  ],
  ['footnotes', `${'[^a]: '.repeat(many)}a`, '6:403 error nesting-depth'],
  [
    'brackets',
    `${'['.repeat(manyMarks)}a${'](b)'.repeat(manyMarks)}`,
    '6:5001 error paragraph-markup',
  ],
  [
    'pictures',
    `${'!['.repeat(manyMarks)}a${'](b)'.repeat(manyMarks)}`,
    '6:10001 error paragraph-markup',
  ],
  ['emphasis', '*a **b '.repeat(manyMarks), '6:11667 error paragraph-markup'],
  ['runs of asterisks', `a${'*'.repeat(manyMarks)}b`, '6:5002 error paragraph-markup'],
  ['code spans', 'a `b` '.repeat(5001), '6:30003 error paragraph-markup'],
  ['lines without their indent', `- a\n${'b\n'.repeat(many)}`, '1008:1 error paragraph-lazy-lines'],
  ['characters', 'words of a page\n\n'.repeat(120_000), '1:1 error file-size'],
]

describe.each([
  ['a docfx page', 'a.md', docfx],
  ['a guide', 'a.mdx', guide],
] as const)('%s with too many', (_name, file, read) => {
  test.each(everywhere)('%s', async (_what, text, problem) => {
    expect(await read(text)).toEqual([`${file}:${problem}`])
  })
})

describe('a docfx page with too many', () => {
  test.each([
    ['elements', '<div>'.repeat(many), '6:501 error nesting-depth'],
    ['elements on lines of their own', '<div>\n\n'.repeat(many), '206:1 error nesting-depth'],
    [
      'elements for letters that nobody closes',
      Array.from({ length: 20 }, (_, size) => `<font size="${size}">a\n\n`).join(''),
      '26:1 error html-unclosed',
    ],
    ['comments', 'a <!-- '.repeat(manyMarks), '6:9376 error paragraph-length'],
  ])('%s', async (_what, text, problem) => {
    expect(await docfx(text)).toEqual([`a.md:${problem}`])
  })

  test('rows and paragraphs that close themselves is read', async () => {
    const rows = '<tr><td>a<td>b'.repeat(many)
    expect(await docfx(`<p>a\n\n${'<p>b\n\n'.repeat(many)}<table>${rows}</table>\n`)).toEqual([])
  })
})

test('a paragraph of 2,000 links is read', async () => {
  expect(await docfx('[a](b.md) '.repeat(2000))).toEqual([])
})

describe('a guide with too many', () => {
  test.each([
    ['components', `${'<B>\n'.repeat(many)}a\n${'</B>\n'.repeat(many)}`, 'nesting-depth'],
    ['containers', ':::copy\n'.repeat(many), 'directive-depth'],
    ['brackets in an expression', `{${'('.repeat(many)}${')'.repeat(many)}}`, 'mdx-syntax'],
  ])('%s', async (_what, text, ruleId) => {
    expect(await guide(text)).toEqual([expect.stringMatching(`^a.mdx:\\d+:\\d+ error ${ruleId}$`)])
  })
})

describe('includes', () => {
  test('that double from file to file end with the way to them', async () => {
    const files = Array.from({ length: 23 }, (_, index) => {
      const next = `[!INCLUDE [x](i${index + 1}.md)]\n\n`
      return [`en-us/guide/includes/i${index}.md`, next + next] as const
    })
    const tree = {
      ...Object.fromEntries(files),
      'en-us/guide/includes/i23.md': 'Words.\n',
      'en-us/guide/a.md': `${top}[!INCLUDE [x](includes/i0.md)]\n`,
      'en-us/guide/b.md': `${top}Words.\n`,
    }
    const { problems, html } = await readDocfxTree(tree)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({
      file: 'en-us/guide/a.md',
      line: 6,
      column: 1,
      ruleId: 'include-limit',
      reason: expect.stringContaining('`a.md` → `includes/i0.md` → `includes/i1.md`') as string,
    })
    expect(html('/en-us/guide/b/')).toContain('Words.')
  })

  test('show code up to a limit', async () => {
    const { problems, html } = await readDocfxTree({
      'en-us/guide/long.txt': 'x'.repeat(600_000),
      'en-us/guide/a.md': `${top}[!code[](long.txt)]\n\n[!code[](long.txt)]\n\nWords.\n`,
    })
    expect(problems.map(({ line, ruleId }) => [line, ruleId])).toEqual([[8, 'snippet-limit']])
    expect(html('/en-us/guide/a/')).toContain('Words.')
  })

  test('of one file on many pages read it once', async () => {
    let reads = 0
    const included = 'en-us/guide/includes/i.md'
    const tree = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `en-us/guide/p${index}.md`,
        top + '[!INCLUDE [x](includes/i.md)]\n\n'.repeat(5),
      ]),
    )
    const { html, lines } = await readDocfxTree(
      { ...tree, [included]: 'Included [words](../p1.md).\n' },
      {},
      async (site) => {
        const { files } = site.context
        const read = (path: string) => {
          if (path.endsWith(included)) reads++
          return files.read(path)
        }
        return { ...site, context: { ...site.context, files: { ...files, read } } }
      },
    )
    expect(lines).toEqual([])
    expect(html('/en-us/guide/p29/').split('Included').length - 1).toBe(5)
    expect(reads).toBe(1)
  })
})

describe('YAML', () => {
  test.each<[string, (levels: number) => string]>([
    ['maps', (levels) => lines(levels, (level) => `${' '.repeat(level)}a:`)],
    [
      'lists in maps, as far right as the map',
      (levels) => lines(levels, (level) => `${' '.repeat(level)}a:\n${' '.repeat(level)}-`),
    ],
    ['lists on one line', (levels) => `${'- '.repeat(levels)}a`],
    ['keys of more than one word', (levels) => `${'? '.repeat(levels)}a`],
    ['brackets', (levels) => `${'['.repeat(levels)}a${']'.repeat(levels)}`],
    ['brackets in lists', (levels) => `${'- '.repeat(levels)}${'['.repeat(9)}a${']'.repeat(9)}`],
  ])('has at most a hundred levels of %s', (_what, written) => {
    for (let levels = 40; levels < 110; levels++) {
      const text = written(levels)
      const depth = depthOf(parseDocument(text).contents)
      const isRefused = parseYaml(text).errors.some(({ message }) => message.includes('levels'))
      expect(isRefused, `${levels}: ${depth}`).toBe(depth > 100)
    }
  })

  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (const [index, key] of [...'bcdefghi'].entries()) {
    const alias = `*${'abcdefgh'[index]}`
    bomb.push(`${key}: &${key} [${Array(9).fill(alias).join(', ')}]`)
  }

  test.each([
    ['aliases that multiply', bomb.join('\n')],
    ['an alias of itself', 'a: &a [*a]'],
    ['many levels in brackets', `a: ${'['.repeat(many)}`],
    ['many levels by indent', `a:\n  ${'- '.repeat(many)}b`],
    ['many aliases', `a: &a x\nb: [${'*a, '.repeat(many)}]`],
  ])('with %s is refused in front matter, a hub and a table of contents', async (_what, yaml) => {
    const page = await readDocfxTree({ 'en-us/guide/a.md': `---\ntitle: A\n${yaml}\n---\n` })
    expect(page.lines).toEqual([
      expect.stringMatching(/^en-us\/guide\/a\.md:[3-9]:\d+ error front-matter-yaml$/),
    ])
    const hub = await readDocfxTree({
      'en-us/guide/a.yml': `### YamlMime:Hub\ntitle: A\n${yaml}\n`,
    })
    expect(hub.lines).toEqual([expect.stringMatching(/a\.yml:\d+:\d+ error front-matter-yaml$/)])
    const toc = `${yaml}\nitems:\n- name: A\n  href: a.md\n`
    const tree = { 'en-us/guide/a.md': top, 'en-us/guide/TOC.yml': toc }
    // A table of contents is read for its entries alone.
    const { lines } = await readDocfxTree(tree)
    expect(lines.filter((line) => !/TOC\.yml:\d+:\d+ error toc-yaml$/.test(line))).toEqual([])
  })

  test('keys that JavaScript knows are keys like others', async () => {
    const yaml = '__proto__: {title: Other}\nconstructor: x\ntoString: y\n? [a, b]\n: c'
    const { lines, site } = await readDocfxTree({
      'en-us/guide/a.md': `---\ntitle: A\ndescription: D\n${yaml}\n---\n`,
    })
    expect(lines).toEqual([])
    expect(site.documents[0]?.page.title).toBe('A')
  })
})

describe('JSON with too many levels is refused', () => {
  const levels = '['.repeat(many) + ']'.repeat(many)
  const page = { 'en-us/guide/a.md': top }

  test.each([
    ['config-json', 'en-us/guide/docfx.json', `{"build": ${levels}}`],
    ['config-json', 'en-us/.openpublishing.redirection.json', `{"redirections": ${levels}}`],
    ['config-json', 'en-us/.openpublishing.publish.config.json', levels],
    ['ui-json', 'content/ui/en.json', `{"alert.note": ${levels}}`],
  ])('%s in %s', async (ruleId, file, text) => {
    const { lines } = await readDocfxTree({ ...page, [file]: text })
    expect(lines).toContainEqual(expect.stringMatching(`^${file}:1:\\d+ error ${ruleId}$`))
  })
})

describe('tables of contents', () => {
  test('with too many levels keep the first hundred', async () => {
    const lines = Array.from({ length: 1000 }, (_, level) => `${'#'.repeat(level + 1)} [A](a.md)`)
    const tree = { 'en-us/guide/a.md': top, 'en-us/guide/TOC.md': lines.join('\n') }
    expect((await readDocfxTree(tree)).lines).toEqual(['en-us/guide/TOC.md:102:1 error toc-depth'])
  })

  test('that name the next one twice end', async () => {
    const tables = Array.from({ length: 24 }, (_, index) => {
      const here = index ? `t${index}/` : ''
      const entry = `- name: A\n  tocHref: ${index ? '../' : ''}t${index + 1}/TOC.yml\n`
      return [`en-us/guide/${here}TOC.yml`, entry + entry] as const
    })
    const { lines } = await readDocfxTree({
      ...Object.fromEntries(tables),
      'en-us/guide/a.md': top,
      'en-us/guide/t24/TOC.yml': '- name: A\n  href: ../a.md\n',
    })
    expect(lines).toEqual([expect.stringMatching(/TOC\.yml:1:3 error toc-size$/)])
  })
})
