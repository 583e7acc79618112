import { describe, expect, test } from 'vitest'
import { type Tree, png, readDocfxTree, readGuideTree } from '../support/tree.ts'

const front = '---\ntitle: A\ndescription: B\n---\n'

describe('a docfx docset reports', () => {
  test.each([
    [
      'front matter that is not YAML',
      { 'en-us/guide/a.md': '---\ntitle: "A\n---\n# A\n' },
      'en-us/guide/a.md:2:10 error front-matter-yaml',
    ],
    [
      'a page without any title',
      { 'en-us/guide/a.md': '---\ndescription: B\n---\nText.\n' },
      'en-us/guide/a.md:1:1 warning front-matter-title',
    ],
    [
      'a link to a file that is not there',
      { 'en-us/guide/a.md': `${front}\nSee [b](b.md).\n` },
      'en-us/guide/a.md:6:5 warning link-missing',
    ],
    [
      'a link to an anchor that is not there',
      { 'en-us/guide/a.md': `${front}\n# A\n\n[b](#bb)\n` },
      'en-us/guide/a.md:8:1 warning link-anchor-missing',
    ],
    [
      'an image that is not there',
      { 'en-us/guide/a.md': `${front}![A](media/a.png)\n` },
      'en-us/guide/a.md:5:1 warning image-missing',
    ],
    [
      'an image without a text',
      { 'en-us/guide/a.md': `${front}![](a.png)\n`, 'en-us/guide/a.png': png },
      'en-us/guide/a.md:5:1 warning image-without-text',
    ],
    [
      'an image that is cut off',
      { 'en-us/guide/a.md': `${front}![A](a.png)\n`, 'en-us/guide/a.png': png.slice(0, 45) },
      'en-us/guide/a.md:5:1 warning image-unreadable',
    ],
    [
      'front matter with an alias that names nothing',
      { 'en-us/guide/a.md': '---\ntitle: *foo\n---\n# A\n' },
      'en-us/guide/a.md:2:8 error front-matter-yaml',
    ],
    [
      'a link to its own docset that leads out of it',
      { 'en-us/guide/a.md': `${front}[b](/guide/nope)\n` },
      'en-us/guide/a.md:5:1 warning link-outside',
    ],
    [
      'an anchor that the page shown in its place lacks',
      {
        'en-us/guide/a.md': front,
        'fr-fr/guide/b.md': `${front}[a](a.md#nope)\n`,
      },
      'fr-fr/guide/b.md:5:1 warning link-anchor-missing',
    ],
    [
      'an include that includes itself',
      { 'en-us/guide/a.md': `${front}[!INCLUDE [a](a.md)]\n` },
      'en-us/guide/a.md:5:1 error include-cycle',
    ],
    [
      'a table of contents that names no page',
      { 'en-us/guide/a.md': `${front}# A\n`, 'en-us/guide/TOC.md': '# [B](bb.md)\n' },
      'en-us/guide/TOC.md:1:1 warning link-missing',
    ],
    [
      'a configuration that is not JSON',
      { 'en-us/guide/docfx.json': '{\n  "build": [}' },
      'en-us/guide/docfx.json:2:13 error config-json',
    ],
    [
      'a locale that is no language tag',
      {
        'en-us/.openpublishing.publish.config.json':
          '{"docsets_to_publish": [{"docset_name": "G", "locale": "fr_FR"}]}',
      },
      'en-us/.openpublishing.publish.config.json:1:1 error locale-unknown',
    ],
    ...['search', 'Translation'].map((name): [string, Tree, string] => [
      `a docset at the address of the site’s own page \`${name}\``,
      {
        'en-us/.openpublishing.publish.config.json': JSON.stringify({
          docsets_to_publish: [{ docset_name: name, build_source_folder: name, locale: 'en-us' }],
        }),
        [`en-us/${name}/docfx.json`]: '{"build": {"content": [{"files": ["**/*.md"]}]}}',
      },
      `en-us/.openpublishing.publish.config.json:1:${name.length + 64} error docset-reserved`,
    ]),
    [
      'a docset whose breadcrumb gives it the address of the site’s own page',
      {
        'en-us/.openpublishing.publish.config.json':
          '{"docsets_to_publish": [{"docset_name": "G", "build_source_folder": "g", "locale": "en-us"}]}',
        'en-us/g/docfx.json':
          '{"build": {\n  "globalMetadata": {\n    "breadcrumb_path": "/search/toc.json"\n}}}',
      },
      'en-us/g/docfx.json:3:24 error docset-reserved',
    ],
  ])('%s', async (_, tree, expected) => {
    expect((await readDocfxTree(tree)).lines).toContain(expected)
  })

  test('a file that is not UTF-8, at its first bad byte', async () => {
    const text = new TextEncoder().encode(`${front}Accents: `)
    const latin1 = new Uint8Array([...text, 0xe9, 0x20, 0xe8])
    const { lines, problems } = await readDocfxTree({ 'en-us/guide/a.md': latin1 })
    expect(lines).toEqual(['en-us/guide/a.md:5:10 error file-not-utf8'])
    expect(problems[0]?.reason).toContain('0xE9')
  })

  test('a page in UTF-16, and nothing else of it', async () => {
    const wide = new Uint8Array(Buffer.from(`\uFEFF${front}\n# Début\n`, 'utf16le'))
    const { lines, problems } = await readDocfxTree({ 'en-us/guide/a.md': wide })
    expect(lines).toEqual(['en-us/guide/a.md:1:1 error file-not-utf8'])
    expect(problems[0]?.reason).toContain('UTF-16')
    expect(problems[0]?.note).not.toContain('Windows encoding')
  })

  test('two files for one address, naming both', async () => {
    const { problems } = await readDocfxTree({
      'en-us/guide/b.md': front,
      'en-us/guide/b/index.md': front,
    })
    expect(problems).toMatchObject([
      {
        file: 'en-us/guide/b/index.md',
        ruleId: 'page-twice',
        reason: expect.stringContaining('en-us/guide/b.md') as string,
      },
    ])
  })

  test('the near miss of a link, and of an anchor', async () => {
    const { problems } = await readDocfxTree({
      'en-us/guide/a.md': `${front}# A\n\n## Assess phase\n\n[1](remediat.md) [2](#asses-phase)\n`,
      'en-us/guide/remediate.md': front,
    })
    expect(problems.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('Did you mean `remediate.md`?'),
      expect.stringContaining('Did you mean `#assess-phase`?'),
    ])
  })

  test('every problem of a run, not only the first', async () => {
    const { lines } = await readDocfxTree({
      'en-us/guide/a.md': `${front}[1](x.md) [2](y.md)\n\n![](z.png)\n`,
      'en-us/guide/b.md': '---\ntitle: "\n---\n[3](w.md)\n',
    })
    expect(lines).toEqual([
      'en-us/guide/a.md:5:1 warning link-missing',
      'en-us/guide/a.md:5:11 warning link-missing',
      'en-us/guide/a.md:7:1 warning image-missing',
      'en-us/guide/a.md:7:1 warning image-without-text',
      'en-us/guide/b.md:2:9 error front-matter-yaml',
      'en-us/guide/b.md:4:1 warning link-missing',
    ])
  })

  test('a broken link of an included file, in that file and once', async () => {
    const page = `${front}[!INCLUDE [p](includes/p.md)]\n`
    const { lines } = await readDocfxTree({
      'en-us/guide/a.md': page,
      'en-us/guide/b.md': page,
      'en-us/guide/includes/p.md': 'A line.\n\n[gone](gone.md)\n',
    })
    expect(lines).toEqual(['en-us/guide/includes/p.md:3:1 warning link-missing'])
  })
})

describe('a site of guides reports', () => {
  test.each([
    [
      'front matter that is not YAML',
      { 'content/docs/en/move/index.mdx': '---\ntitle: [A\n---\n' },
      'content/docs/en/move/index.mdx:2:10 error front-matter-yaml',
    ],
    [
      'a page without a title',
      { 'content/docs/en/move/index.mdx': '---\ndescription: B\n---\n' },
      'content/docs/en/move/index.mdx:1:1 error front-matter-title',
    ],
    [
      'a day that is none',
      { 'content/docs/en/move/index.mdx': '---\ntitle: A\ndescription: B\nupdated: soon\n---\n' },
      'content/docs/en/move/index.mdx:4:1 error front-matter-updated',
    ],
    [
      'text that looks like code',
      { 'content/docs/en/move/index.mdx': `${front}Open <your-domain>.\n` },
      'content/docs/en/move/index.mdx:5:6 error mdx-syntax',
    ],
    [
      'a directive that never ends',
      { 'content/docs/en/move/index.mdx': `${front}:::box\nText\n` },
      'content/docs/en/move/index.mdx:5:1 error directive-unclosed',
    ],
    [
      'a link that leads nowhere',
      { 'content/docs/en/move/index.mdx': `${front}[b](./b.mdx)\n` },
      'content/docs/en/move/index.mdx:5:1 error link-missing',
    ],
    [
      'an anchor that is not there',
      { 'content/docs/en/move/index.mdx': `${front}[b](#b)\n` },
      'content/docs/en/move/index.mdx:5:1 error link-anchor-missing',
    ],
    [
      'a locale that the configuration does not know',
      { 'content/docs/de/move/index.mdx': front },
      'content/docs/de/move/index.mdx:1:1 error locale-unknown',
    ],
    [
      'a docset that the configuration does not know',
      { 'content/docs/en/moved/index.mdx': front },
      'content/docs/en/moved/index.mdx:1:1 error docset-unknown',
    ],
    [
      'a title in the content',
      { 'content/docs/en/move/index.mdx': `${front}# Again\n` },
      'content/docs/en/move/index.mdx:5:1 warning heading-title',
    ],
  ])('%s', async (_, tree, expected) => {
    expect((await readGuideTree(tree)).lines).toContain(expected)
  })

  test('a table of contents that names a page which is not there, with the near miss', async () => {
    const { problems } = await readGuideTree(
      { 'content/docs/en/move/index.mdx': front, 'content/docs/en/move/assess.mdx': front },
      ['index', 'asess'],
    )
    expect(problems).toMatchObject([
      { file: 'content/docs/en/move/assess.mdx', ruleId: 'toc-page-left-out' },
      {
        ruleId: 'toc-page-missing',
        reason: expect.stringContaining('Did you mean `assess`?') as string,
      },
    ])
  })
})

describe('what a docset brings never runs', () => {
  const front = '---\ntitle: A\ndescription: B\n---\n'
  const script = 'javascript:alert(1)'

  test('from a page: scripts, handlers and their addresses are taken out', async () => {
    const { html } = await readDocfxTree({
      'en-us/guide/a.md': `${front}<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n<svg onload=alert(1)></svg>\n\n<iframe src="https://x"></iframe>\n\n[a](${script}) <a href="${script}">b</a>\n\n[c]: ${script}\n\n[c]\n`,
    })
    expect(html('/en-us/guide/a/')).not.toMatch(/script|onerror|onload|iframe|svg/i)
  })

  test('from a table of contents, a hub or a redirection: the address is refused', async () => {
    const { site, lines } = await readDocfxTree({
      'en-us/guide/TOC.md': `# [Run](${script})\n`,
      'en-us/guide/index.yml': `### YamlMime:Hub\ntitle: Hub\nitems:\n- title: T\n  links:\n  - {url: "${script}", text: Run}\n`,
      'en-us/.openpublishing.redirection.json': `{"redirections": [{"source_path": "guide/old.md", "redirect_url": "${script}"}]}`,
    })
    expect(JSON.stringify(site.contents)).not.toContain('javascript')
    expect(JSON.stringify(site.documents.map(({ page }) => page))).not.toContain('javascript')
    expect(lines).toEqual([
      'en-us/.openpublishing.redirection.json:1:35 warning redirect-target-missing',
      'en-us/guide/TOC.md:1:1 warning link-scheme',
      'en-us/guide/index.yml:1:1 warning front-matter-description',
      'en-us/guide/index.yml:6:12 warning link-scheme',
    ])
  })
})
