/** The offline copy of a docset: addresses, files and scripts. */
import { runInNewContext } from 'node:vm'
import { strToU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type CopiedEdition, copiedAddress } from '#src/offline/addresses.ts'
import { type CopySources, offlineZip } from '#src/offline/copy.ts'
import { classicScripts } from '#src/offline/scripts.ts'

const edition: CopiedEdition = {
  site: { url: 'https://guides.example', base: '/docs/' },
  locale: { path: 'fr-fr' },
  docset: 'guide',
  start: '/fr-fr/guide/',
}
const page = (body: string) => `<!doctype html><html><head><title>t</title></head><body>${body}`

function sources(
  files: Readonly<Record<string, string>>,
  more?: Partial<CopySources>,
): CopySources {
  return {
    edition,
    title: 'Guide & more',
    language: 'fr-FR',
    files: Object.keys(files).filter((file) => file.startsWith('fr-fr/guide/')),
    read: (file) => (file in files ? strToU8(files[file] ?? '') : undefined),
    index: new Map(),
    notice: 'On the site: {address}',
    ...more,
  }
}

async function copyOf(files: Readonly<Record<string, string>>) {
  const zip = unzipSync(await offlineZip(sources(files)))
  return new Map(
    Object.entries(zip).map(([path, bytes]) => [path.slice(12), new TextDecoder().decode(bytes)]),
  )
}

describe('an address of a page', () => {
  const include = (file: string) =>
    file === 'fr-fr/guide/index.html' || file === 'fr-fr/guide/é/index.html'

  test.each([
    ['/docs/fr-fr/guide/', 'fr-fr/guide/index.html'],
    ['/docs/fr-fr/guide/?phase=a#b', 'fr-fr/guide/index.html?phase=a#b'],
    ['/docs/fr-fr/guide/%C3%A9/', 'fr-fr/guide/%C3%A9/index.html'],
    ['/docs/fr-fr/', 'fr-fr/guide/index.html'],
    ['/docs/', 'fr-fr/guide/index.html'],
  ])('%s leads to a page of the copy', (value, address) => {
    expect(copiedAddress(value, edition, include)).toEqual({ address, isCopied: true })
  })

  test.each([
    ['/docs/en/guide/', 'https://guides.example/docs/en/guide/'],
    ['/docs/go/guide/a/', 'https://guides.example/docs/go/guide/a/'],
    ['/elsewhere/', 'https://guides.example/elsewhere/'],
    ['/docs/%E0%A4%A/', 'https://guides.example/docs/%E0%A4%A/'],
  ])('%s leads to the site', (value, address) => {
    expect(copiedAddress(value, edition, include)).toEqual({ address, isCopied: false })
  })

  test.each(['#a', 'https://example.com/', '//example.com/', 'mailto:a@b.example', ''])(
    '%s stays as it is',
    (value) => {
      expect(copiedAddress(value, edition, include)).toBeUndefined()
    },
  )
})

describe('a copy', () => {
  test('has the files that its pages and styles name, and no others', async () => {
    const copy = await copyOf({
      'fr-fr/guide/index.html': page(
        '<link rel="stylesheet" href="/docs/_astro/a.css"><img srcset="/docs/_astro/1.webp 1x, /docs/_astro/2.webp 2x"><a href="a/">A</a>',
      ),
      'fr-fr/guide/a/index.html': page(
        '<noscript><p><a href="../">B</a></p></noscript><a href="/docs/public.pdf">C</a>',
      ),
      'fr-fr/guide/index.md': '# Guide',
      'fr-fr/other/index.html': page(''),
      '_astro/a.css': 'a{background:url(/docs/_astro/b.svg)}',
      '_astro/b.svg': '<svg/>',
      '_astro/1.webp': '1',
      '_astro/2.webp': '2',
      '_astro/unused.webp': '3',
      'public.pdf': '%PDF',
    })
    expect([...copy.keys()].filter((path) => !path.startsWith('_offline/'))).toEqual([
      '_astro/1.webp',
      '_astro/2.webp',
      '_astro/a.css',
      '_astro/b.svg',
      'fr-fr/guide/a/index.html',
      'fr-fr/guide/index.html',
      'index.html',
      'public.pdf',
    ])
    expect(copy.get('_astro/a.css')).toBe('a{background:url("../_astro/b.svg")}')
    expect(copy.get('fr-fr/guide/index.html')).toContain(
      'srcset="../../_astro/1.webp 1x, ../../_astro/2.webp 2x"',
    )
    expect(copy.get('fr-fr/guide/index.html')).toContain('href="../../fr-fr/guide/a/index.html"')
    expect(copy.get('fr-fr/guide/a/index.html')).toContain('href="../../../fr-fr/guide/index.html"')
    expect(copy.get('index.html')).toContain(
      '<a href="fr-fr/guide/index.html">Guide &amp; more</a>',
    )
  })

  test('has the same bytes in every time zone', async () => {
    const files = { 'fr-fr/guide/index.html': page('<p>Text</p>') }
    const { TZ } = process.env
    const made = []
    for (const zone of ['Asia/Tokyo', 'America/Lima']) {
      process.env['TZ'] = zone
      made.push(Buffer.from(await offlineZip(sources(files))).toString('base64'))
    }
    if (TZ === undefined) delete process.env['TZ']
    else process.env['TZ'] = TZ
    expect(made[0]).toBe(made[1])
  })
})

describe('modules as classic scripts', () => {
  const files: Readonly<Record<string, string>> = {
    '_astro/a.js': 'import { count } from "./shared.js"; log.push(`a ${count()}`)',
    '_astro/b.js': 'import { count } from "./shared.js"; log.push("b " + count(), `/docs/x.css`)',
    '_astro/shared.js': 'let n = 0; log.push("shared"); export const count = () => ++n',
  }
  const read = (file: string) => (files[file] === undefined ? undefined : strToU8(files[file]))

  test('run a shared module once, and load files from the copy', async () => {
    const scripts = await classicScripts(['_astro/a.js', '_astro/b.js'], read, (path) =>
      path === '/docs/x.css' ? 'x.css' : undefined,
    )
    const log: string[] = []
    const modules = new Map<string, (require: unknown, exports: object) => void>()
    const loaded = new Map<string, object>()
    const run = (path: string): object => {
      const name = path.slice(path.lastIndexOf('/') + 1)
      const known = loaded.get(name)
      if (known) return known
      const exports = {}
      loaded.set(name, exports)
      modules.get(name)?.(run, exports)
      return exports
    }
    const passerelleCopy = {
      define: (name: string, module: () => void) => modules.has(name) || modules.set(name, module),
      run,
      address: (path: string) => `copy ${path}`,
    }
    for (const script of scripts.values()) runInNewContext(script, { passerelleCopy, log })
    expect(log).toEqual(['shared', 'a 1', 'b 2', 'copy x.css'])
  })
})
