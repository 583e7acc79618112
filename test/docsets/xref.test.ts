/** Cross references of a docset of docfx: what its pages and its maps have. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocfxTree } from '../support/tree.ts'

const page = (title: string, text: string, more = '') =>
  `---\ntitle: ${title}\ndescription: About it.\n${more}---\n\n${text}\n`

const configuration = (xref: unknown) =>
  JSON.stringify({ build: { content: [{ files: ['**/*.md', '**/*.yml'] }], xref } })

describe('a cross reference', () => {
  test('leads to the page with its uid, called as that page is in its language', async () => {
    const { html, lines } = await readDocfxTree({
      'en-us/guide/index.md': page('Start', '<xref:guide.start>, [words](xref:guide.start#part).'),
      'en-us/guide/more/start.md': page('How to start', '## Part', 'uid: guide.start\n'),
      'fr-fr/guide/index.md': page('Début', '<xref:guide.start>, @guide.start.'),
      'fr-fr/guide/more/start.md': page(
        'Commencer',
        '## <a name="part"></a>Partie',
        'uid: guide.start\n',
      ),
    })
    expect(html('/en-us/guide/')).toContain('<a href="/en-us/guide/more/start/">How to start</a>')
    expect(html('/en-us/guide/')).toContain('<a href="/en-us/guide/more/start/#part">words</a>')
    const french = '<a href="/fr-fr/guide/more/start/">Commencer</a>'
    expect(html('/fr-fr/guide/')).toContain(`${french}, ${french}.`)
    expect(lines).toEqual([])
  })

  test('leads to the page of YAML that has its uid, and to the source page where a translation lacks it', async () => {
    const { html } = await readDocfxTree({
      'en-us/guide/index.md': page('Start', '<xref:unit>, <xref:Guide.Type>.'),
      'en-us/guide/unit.yml': '### YamlMime:Hub\nuid: unit\ntitle: A unit\n',
      'en-us/guide/type.yml':
        '### YamlMime:Hub\ntitle: Types\nitems:\n- uid: Guide.Type\n  name: Type\n  fullName: Guide.Type\n',
      'fr-fr/guide/index.md': page('Début', '<xref:unit>.'),
    })
    expect(html('/en-us/guide/')).toContain('<a href="/en-us/guide/unit/">A unit</a>')
    expect(html('/en-us/guide/')).toContain('<a href="/en-us/guide/type/" translate="no">Type</a>')
    expect(html('/fr-fr/guide/')).toContain('<a href="/fr-fr/guide/unit/">A unit</a>')
  })

  test('leads to what a map names, whose own pages come first', async () => {
    const references = [
      { uid: 'System.String', name: 'String', fullName: 'System.String', href: 'string.html' },
      { uid: 'guide.start', name: 'Elsewhere', href: 'https://api.example/start' },
    ]
    const { html, lines } = await readDocfxTree({
      'en-us/guide/docfx.json': configuration(['~/maps/a.json', './maps/b.yml']),
      'en-us/guide/maps/a.json': JSON.stringify({
        baseUrl: 'https://api.example/net/',
        references,
      }),
      'en-us/guide/maps/b.yml':
        'references:\n- uid: System.Int32\n  name: Int32\n  href: /dotnet/int\n- uid: System.String\n  name: Second\n  href: x\n',
      'en-us/guide/index.md': page(
        'Start',
        '<xref:System.String?displayProperty=fullName>, <xref:System.Int32>, <xref:guide.start>.',
        'uid: guide.start\n',
      ),
    })
    const text = html('/en-us/guide/')
    expect(text).toContain(
      '<a href="https://api.example/net/string.html" translate="no">System.String</a>',
    )
    expect(text).toContain(
      'href="https://learn.microsoft.com/en-us/dotnet/int" translate="no">Int32</a>',
    )
    expect(text).toContain('<a href="/en-us/guide/">Start</a>')
    expect(lines).toEqual([])
  })

  test('leads to what a map in an archive names; other files of the archive do not count', async () => {
    const map = 'references:\n- {uid: A.B, name: B, href: "https://api.example/b"}\n'
    const broken = 'references: [\n'
    const { html, problems } = await readDocfxTree({
      'en-us/guide/docfx.json': configuration(['maps.zip']),
      'en-us/guide/maps.zip': zipSync({
        'net/a.yml': strToU8(map),
        'b.json': strToU8(
          '{"references": [{"uid": "A.C", "name": "C", "href": "https://api.example/c"}]}',
        ),
        'broken.yml': strToU8(broken),
        'readme.md': strToU8('Words.'),
      }),
      'en-us/guide/index.md': page('Start', '<xref:A.B>, <xref:A.C>.'),
    })
    expect(html('/en-us/guide/')).toContain('<a href="https://api.example/b" translate="no">B</a>')
    expect(html('/en-us/guide/')).toContain('<a href="https://api.example/c" translate="no">C</a>')
    expect(problems.map(({ file }) => file)).toEqual(['en-us/guide/maps.zip/broken.yml'])
  })

  test('in quotes may have spaces; what was escaped is text, and its title stays', async () => {
    const { html, lines } = await readDocfxTree({
      'en-us/guide/index.md': page(
        'Start',
        String.raw`<xref:'a b'>, \<xref:"a b">, &lt;xref:"a b">, \@"a b", [words](xref:c "Title"), <xref:"d e">.`,
      ),
      'en-us/guide/b.md': page('Named', 'Words.', 'uid: a b\n'),
      'en-us/guide/c.md': page('C', 'Words.', 'uid: c\n'),
    })
    expect(html('/en-us/guide/')).toContain(
      '<p><a href="/en-us/guide/b/">Named</a>, &#x3C;xref:"a b">, &#x3C;xref:"a b">, @"a b", ' +
        '<a href="/en-us/guide/c/" title="Title">words</a>, <span translate="no">d e</span>.</p>',
    )
    expect(lines).toEqual(['en-us/guide/index.md:6:81 warning xref-missing'])
  })

  test('without a target is reported at its position, in the file that has it', async () => {
    const { lines } = await readDocfxTree({
      'en-us/guide/index.md': page('Start', 'See <xref:A.B>.\n\n[!INCLUDE [x](includes/x.md)]'),
      'en-us/guide/includes/x.md': 'See @A.C and <xref:A.C>.\n',
    })
    expect(lines).toEqual([
      'en-us/guide/includes/x.md:1:14 warning xref-missing',
      'en-us/guide/index.md:6:5 warning xref-missing',
    ])
  })
})

test('a uid without a target leads to the search that the configuration names, and is reported all the same', async () => {
  const config = { docfx: [{ docset: 'guide', xrefSearch: 'https://api.example/?term={uid}' }] }
  const text =
    '<xref:A.B`1>, [words](xref:A.C), <xref href="A.D"></xref>, @A.E, <xref:guide.start>.'
  const { html, lines } = await readDocfxTree(
    { 'en-us/guide/index.md': page('Start', text, 'uid: guide.start\n') },
    config,
  )
  const content = html('/en-us/guide/')
  expect(content).toContain('<a href="https://api.example/?term=A.B%601" translate="no">B</a>')
  expect(content).toContain('<a href="https://api.example/?term=A.C">words</a>')
  expect(content).toContain('<a href="https://api.example/?term=A.D" translate="no">D</a>')
  expect(content).toContain(', @A.E, <a href="/en-us/guide/">Start</a>')
  expect(lines.map((line) => line.split(' ').at(-1))).toEqual(Array(3).fill('xref-missing'))
})

test('a map that cannot be used is reported in the configuration that names it', async () => {
  const { problems } = await readDocfxTree({
    'en-us/guide/docfx.json': configuration([
      'https://api.example/xrefmap.yml',
      'gone.yml',
      '../outside.yml',
      'packed.zip',
      'huge.zip',
      'list.json',
      'broken.json',
      'broken.yml',
    ]),
    'en-us/outside.yml': 'references: []\n',
    'en-us/guide/packed.zip': 'PK',
    'en-us/guide/huge.zip': saysItIsHuge(zipSync({ 'map.json': strToU8('{"references": []}') })),
    'en-us/guide/list.json': '{"entries": []}',
    'en-us/guide/broken.json': '{',
    'en-us/guide/broken.yml': 'references: [\n',
    'en-us/guide/index.md': page('Start', 'Words.'),
  })
  const told = problems.map(({ file, ruleId, reason }) => [
    file,
    ruleId,
    /`([^`]*)`/.exec(reason)?.[1],
  ])
  const at = 'en-us/guide/docfx.json'
  expect(told.filter(([file]) => file === at)).toEqual([
    [at, 'xref-map-form', 'https://api.example/xrefmap.yml'],
    [at, 'xref-map-form', 'packed.zip'],
    [at, 'xref-map-form', 'huge.zip'],
    [at, 'xref-map-form', 'list.json'],
    [at, 'xref-map-missing', 'gone.yml'],
    [at, 'xref-map-missing', '../outside.yml'],
  ])
  expect(told.filter(([file]) => file !== at).map(([file]) => file)).toEqual([
    'en-us/guide/broken.json',
    'en-us/guide/broken.yml',
  ])
})

/** An archive of one file whose table says that it has 4 GB when it is unpacked. */
function saysItIsHuge(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const entry = view.getUint32(archive.length - 6, true)
  view.setUint32(entry + 24, 0xff_ff_ff_f0, true)
  return archive
}
