import { expect, test } from 'vitest'
import { UsageError, readBase, readUrl } from '#src/cli/arguments.ts'
import { nginxHttp, nginxServer } from '#src/hosting/nginx.ts'

test.each(['/', '/docs/', '/a/b-c/d.e/', '/A_b~c/'])('%s is a base', (base) => {
  expect(readBase(base)).toBe(base)
})

test.each([
  '/a;b{x}$y/',
  '/../',
  '/a/../b/',
  '/./',
  '/.git/',
  '/404.html/',
  '/a//b/',
  'docs/',
  '/docs',
  '//',
  '/a b/',
  '/a"b/',
  "/a'b/",
  '/a%20b/',
  '/a#b/',
  '/a?b/',
  '/a\\b/',
  '/a\nb/',
  '/é/',
  '/\u0000/',
  `/${'a'.repeat(101)}/`,
  `/${'ab/'.repeat(100)}`,
])('%j is none: wrong usage', (base) => {
  expect(() => readBase(base)).toThrow(UsageError)
})

test('no character but plain ones gets into a base', () => {
  for (let code = 0; code < 0x250; code++) {
    const base = `/a${String.fromCharCode(code)}b/`
    if (/[\w.~/-]/.test(base[2] ?? '')) continue
    expect(() => readBase(base), base).toThrow(UsageError)
  }
})

test.each([
  'https://a.example/?q',
  'https://a.example/#x',
  'https://user@a.example',
  'https://a.example/x',
  'javascript:1',
  ' https://a.example',
])('%s is no origin: wrong usage', (url) => {
  expect(() => readUrl(url)).toThrow(UsageError)
})

test('an origin may end with a slash', () => {
  expect(readUrl('https://a.example/')).toBe('https://a.example')
})

test('two sites of one nginx never share a variable, and none has a long name', () => {
  const bases = ['/', '/a/b/', '/a_b/', '/a-b/', '/A/b/', `/${'a'.repeat(90)}/`]
  const names = bases.map((base) => {
    const server = nginxServer({ base, locales: [], redirects: [], removed: [], headers: {} })
    return /\$passerelle\w*_missing/.exec(server)?.[0] ?? ''
  })
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(bases.length)
  expect(names.every((name) => name.length <= 46)).toBe(true)
  expect(
    nginxHttp({ base: '/a-b/', locales: [], redirects: [], removed: [], headers: {} }),
  ).toContain(names[3])
})
