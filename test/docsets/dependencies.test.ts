/** Code and includes of repositories that a docset depends on. */
import { describe, expect, test } from 'vitest'
import { png, readDocfxTree } from '../support/tree.ts'

const page = (body: string) => `---\ntitle: A\ndescription: B\n---\n# A\n\n${body}\n`

const publish = (folder: string) =>
  JSON.stringify({
    docsets_to_publish: [{ docset_name: 'guide', build_source_folder: folder, locale: 'en-us' }],
    dependent_repositories: [
      { path_to_root: 'samples', url: 'https://git.example/samples', branch: 'main' },
      { path_to_root: '_themes', url: 'https://git.example/themes' },
    ],
  })

const code = 'class Program\n{\n    // <main>\n    Console.WriteLine(1);\n    // </main>\n}\n'

describe('a repository beside the docset', () => {
  const tree = {
    'en-us/.openpublishing.publish.config.json': publish('guide'),
    'en-us/guide/a.md': page(
      '[!code-csharp[](~/../samples/Program.cs?name=main)]\n\n:::code language="csharp" source="../samples/Program.cs" id="main":::',
    ),
    'en-us/samples/Program.cs': code,
  }

  test('shows its code, from the docset’s folder or from the page', async () => {
    const { html, lines } = await readDocfxTree(tree)
    expect(lines).toEqual([])
    expect(html('/en-us/guide/a/').match(/WriteLine/g)).toHaveLength(2)
  })

  test('brings includes, too', async () => {
    const { html, lines } = await readDocfxTree({
      ...tree,
      'en-us/guide/a.md': page('[!INCLUDE [x](~/../samples/includes/x.md)]'),
      'en-us/samples/includes/x.md': 'From elsewhere.\n',
    })
    expect(lines).toEqual([])
    expect(html('/en-us/guide/a/')).toContain('From elsewhere.')
  })

  test('serves a translation whose own repository lacks it', async () => {
    const { html, lines } = await readDocfxTree({
      ...tree,
      'fr-fr/guide/a.md': page('[!code-csharp[](~/../samples/Program.cs?name=main)]'),
    })
    expect(lines.filter((line) => line.includes('snippet'))).toEqual([])
    expect(html('/fr-fr/guide/a/')).toContain('WriteLine')
  })

  test('brings the pictures that its includes and the docset’s pages show', async () => {
    const { html, lines, site } = await readDocfxTree({
      ...tree,
      'en-us/guide/a.md': page('![A](../samples/a.png)\n\n[!INCLUDE [x](~/../samples/x.md)]'),
      'en-us/samples/x.md':
        ':::image source="media/b.png" alt-text="B" lightbox="media/b.png":::\n',
      'en-us/samples/a.png': png,
      'en-us/samples/media/b.png': png,
    })
    expect(lines).toEqual([])
    expect(html('/en-us/guide/a/').match(/<img/g)).toHaveLength(2)
    // The picture that opens is published in the docset’s folder.
    expect(html('/en-us/guide/a/')).toContain(
      'href="/en-us/guide/_repositories/samples/media/b.png#lightbox"',
    )
    expect(site.documents.flatMap(({ images }) => images)).toHaveLength(2)
  })

  test('a file beside the docset that no repository is named for stays unread', async () => {
    const { lines } = await readDocfxTree({
      ...tree,
      'en-us/guide/a.md': page('[!code-csharp[](~/../other/Program.cs)]'),
      'en-us/other/Program.cs': code,
    })
    expect(lines).toEqual(['en-us/guide/a.md:7:1 warning snippet-missing'])
  })
})

describe('a repository in the docset’s folder', () => {
  const tree = {
    'en-us/.openpublishing.publish.config.json': publish('.'),
    'en-us/docfx.json': '{"build": {"content": [{"files": ["**/*.md"]}]}}',
    'en-us/a.md': page('[!code-csharp[](~/samples/Program.cs?name=main)]'),
    'en-us/samples/Program.cs': code,
    'en-us/samples/README.md': '# Samples\n',
  }

  test('shows its pictures, which no pattern takes', async () => {
    const { lines } = await readDocfxTree({
      ...tree,
      'en-us/a.md': page('![A](samples/a.png)'),
      'en-us/samples/a.png': png,
    })
    expect(lines).toEqual([])
  })

  test('shows its code, and its Markdown is no page', async () => {
    const { site, lines } = await readDocfxTree(tree)
    expect(lines).toEqual([])
    expect(site.documents.map(({ page: { path } }) => path)).toEqual(['/en-us/guide/a/'])
  })
})

describe('a missing repository', () => {
  test('is reported with where to get it and where to put it', async () => {
    const { problems } = await readDocfxTree({
      'en-us/.openpublishing.publish.config.json': publish('guide'),
      'en-us/guide/a.md': page('[!code-csharp[](~/../Samples/Program.cs?name=main)]'),
    })
    expect(problems.map(({ ruleId, line, reason }) => [ruleId, line, reason])).toEqual([
      [
        'snippet-missing',
        7,
        expect.stringContaining('Put `https://git.example/samples` into `samples`'),
      ],
    ])
  })

  test('is named for an include, too', async () => {
    const { problems } = await readDocfxTree({
      'en-us/.openpublishing.publish.config.json': publish('guide'),
      'en-us/guide/a.md': page('[!INCLUDE [x](~/../samples/includes/x.md)]'),
    })
    expect(problems.map(({ ruleId, severity, reason }) => [ruleId, severity, reason])).toEqual([
      [
        'include-missing',
        'warning',
        expect.stringContaining('Put `https://git.example/samples` into `samples`'),
      ],
    ])
  })

  test('is named for a picture and a link, too, which stop no build', async () => {
    const { problems } = await readDocfxTree({
      'en-us/.openpublishing.publish.config.json': publish('guide'),
      'en-us/guide/a.md': page('![A](../samples/a.png) and [b](../samples/b.cs)'),
    })
    const where = 'Put `https://git.example/samples` into `samples`'
    expect(
      problems.map(({ ruleId, severity, reason }) => [ruleId, severity, reason.includes(where)]),
    ).toEqual([
      ['image-missing', 'warning', true],
      ['link-missing', 'warning', true],
    ])
  })

  test('is not reported for a file that an existing one lacks', async () => {
    const { problems } = await readDocfxTree({
      'en-us/.openpublishing.publish.config.json': publish('guide'),
      'en-us/guide/a.md': page('[!code-csharp[](~/../samples/Other.cs)]'),
      'en-us/samples/Program.cs': code,
    })
    expect(problems[0]?.reason).toContain('is not in this docset')
  })
})
