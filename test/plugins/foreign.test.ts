import { describe, expect, test } from 'vitest'
import { foreignAddress } from '#plugins/foreign.ts'

describe('an address that leaves the site', () => {
  test.each([
    ['https://other.example/i.png', 'https', 'https://other.example/i.png'],
    ['HTTPS:other.example/i.png', 'https', 'https://other.example/i.png'],
    ['http:/\\other.example', 'http', 'http://other.example/'],
    ['//other.example/i.png', 'https', '//other.example/i.png'],
    ['\\\\other\\share', 'https', 'https://other/share'],
    ['/\\other.example/', 'https', 'https://other.example/'],
    ['ht\ntps:\tother.example', 'https', 'https://other.example/'],
    [' \u0001https:other.example', 'https', 'https://other.example/'],
    ['mailto:a@b.example', 'mailto', 'mailto:a@b.example'],
    ['java\tscript:alert(1)', 'javascript', 'javascript:alert(1)'],
    ['https://<tenant>.example/', 'https', 'https://<tenant>.example/'],
  ])('%j', (address, scheme, href) => {
    expect(foreignAddress(address)).toEqual({ scheme, href })
  })
})

test.each([
  'a.md',
  './a b.md',
  '../x/',
  '/en/guide/',
  '#top',
  '?a=//b',
  '',
  'a/https:/b',
  '%2F%2Fb',
])('an address inside the site: %j', (address) => {
  expect(foreignAddress(address)).toBeUndefined()
})

test('any spelling of a scheme, slashes and a host is foreign, as the parser of browsers has it', () => {
  const noise = ['', '\t', '\n', '\r', '\t\n']
  const schemes = ['http:', 'HTTPS:', 'hTtP:', 'https:', '']
  const slashes = ['', '/', '\\', '//', '\\\\', '/\\', '\\/', '///', '/\\/']
  const addresses = schemes.flatMap((scheme) =>
    slashes.flatMap((slash) =>
      noise.map((between) => `${[...scheme].join(between)}${slash}${between}other.example/i.png`),
    ),
  )
  const wrong = addresses.filter((address) => {
    const sites = ['https://here.example/a/', 'http://here.example/a/']
    const leaves = sites.some((site) => new URL(address, site).host !== 'here.example')
    return leaves !== Boolean(foreignAddress(address))
  })
  expect(wrong).toEqual([])
  // What is written instead leaves both kinds of pages for the same host.
  const hosts = addresses.flatMap((address) => {
    const { href } = foreignAddress(address) ?? {}
    return href === undefined ? [] : [new URL(href, 'https://here.example/').host]
  })
  expect(new Set(hosts)).toEqual(new Set(['other.example']))
})

test('any path, query and anchor that has no colon and does not begin with a slash is inside the site', () => {
  const pieces = [
    'a',
    '.',
    '..',
    '/',
    '//',
    '?',
    '#',
    '~',
    '%2F',
    '-',
    '=',
    '&',
    '_',
    '\\',
    ':',
    ' ',
  ]
  const pairs = pieces.flatMap((first) => pieces.map((second) => first + second))
  const addresses = pairs.flatMap((first) => [first, ...pairs.map((second) => first + second)])
  const sites = ['https://here.example/a/', 'http://here.example/a/']
  const wrong = addresses.filter((address) => {
    const urls = sites.map((site) => URL.parse(address, site))
    const leaves =
      urls.every((url) => !url) ||
      urls.some((url) => url && !/^https?:\/\/here\.example\//.test(url.href))
    return leaves !== Boolean(foreignAddress(address))
  })
  expect(wrong).toEqual([])
})
