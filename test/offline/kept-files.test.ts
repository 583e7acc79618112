/** Which files a browser keeps of a docset, from pages that are strings. */
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { keptList } from '#src/offline/kept-files.ts'
import { removalScript, workerScript } from '#src/offline/worker.ts'

const built: Readonly<Record<string, string>> = {
  'en/guide/index.html':
    '<link href="/docs/_astro/a.css"><img srcset="/docs/_astro/s.webp 1x, /docs/_astro/l.webp 2x">' +
    '<a href="/docs/en/other/">other</a><a href="/docs/en/guide/guide-en.zip">zip</a>' +
    '<script type="module" src="/docs/_astro/a.js"></script><a href="/docs/downloads/a&amp;b.ps1">s</a>',
  'en/guide/été/index.html': '<video src="/docs/film.mp4"></video><a href="page.md">twin</a>',
  'en/guide/été/page.md': 'twin',
  'en/other/index.html': '<img src="/docs/other.png">',
  'en/guide/guide-en.zip': 'zip',
  'film.mp4': 'film',
  'other.png': 'other',
  'downloads/a&b.ps1': 'script',
  '_astro/a.css': '@import "./b.css";a{background:url(/docs/_astro/back.svg)}',
  '_astro/b.css': 'b{}',
  '_astro/back.svg': '<svg/>',
  '_astro/s.webp': 's',
  '_astro/l.webp': 'l',
  '_astro/a.js':
    'import"./b.js";const later=()=>import("./c.js");const sheet="/docs/_astro/late.css"',
  '_astro/b.js': 'import"./a.js"',
  '_astro/c.js': '',
  '_astro/late.css': '',
  'pagefind/languages.json': '{}',
}

const listOf = (files: Readonly<Record<string, string>>) =>
  keptList({
    base: '/docs/',
    pages: ['en/guide/index.html', 'en/guide/été/index.html'],
    files: ['pagefind/languages.json', 'en/not-there.json'],
    read: (file) => (file in files ? strToU8(files[file] ?? '') : undefined),
  })

test('all that its pages need is kept, down to what scripts and style sheets name', () => {
  expect(Object.keys(listOf(built).files)).toEqual([
    '_astro/a.css',
    '_astro/a.js',
    '_astro/b.css',
    '_astro/b.js',
    '_astro/back.svg',
    '_astro/c.js',
    '_astro/l.webp',
    '_astro/late.css',
    '_astro/s.webp',
    'downloads/a&b.ps1',
    'en/guide/',
    'en/guide/%C3%A9t%C3%A9/',
    'pagefind/languages.json',
  ])
})

test('another byte is another version, and the same bytes are the same one', () => {
  const { version, files } = listOf(built)
  expect(listOf({ ...built }).version).toBe(version)
  const other = listOf({ ...built, '_astro/c.js': '1' })
  expect(other.version).not.toBe(version)
  expect({ ...other.files, '_astro/c.js': '' }).toEqual({ ...files, '_astro/c.js': '' })
  expect(listOf({ ...built, 'film.mp4': 'longer' }).version).toBe(version)
})

test('a new version of a docset is another worker; the one that removes it fits its base', async () => {
  const workerOf = (version: string) =>
    workerScript({ base: '/docs/', versions: { 'en/guide': version } })
  expect(await workerOf('1')).toBe(await workerOf('1'))
  expect(await workerOf('1')).not.toBe(await workerOf('2'))
  expect(removalScript('/docs/')).toContain('"passerelle /docs/ "')
})
