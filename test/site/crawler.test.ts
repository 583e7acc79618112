/** A crawler that is not ours walks the built sites and finds what our own check finds. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check, LinkState } from 'linkinator'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readBuilt } from '#src/cli/links/read-built.ts'
import { siteWriter } from '#src/cli/site-writer.ts'
import { checkBuilt } from '#src/permalinks/built/check.ts'
import { builtSite } from '../support/built-site.ts'
import { serve } from '../support/server.ts'

const fasttrack = await builtSite('fasttrack', { base: '/docs/' })
if (!fasttrack) console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')

const sites = [
  { name: 'own', folder: await builtSite('own'), base: '/', site: 'https://passerelle.example' },
  { name: 'FastTrack', folder: fasttrack, base: '/docs/', site: 'https://fasttrack.example' },
]

describe.each(sites)('the built $name site at $base', ({ folder = '', base, site }) => {
  test.skipIf(!folder)('has no link that the crawler cannot follow', async () => {
    const { links, broken } = await crawl(folder, base)
    const built = await readBuilt(siteWriter(folder), (file) => file)
    expect(built && checkBuilt(built)).toEqual([])
    expect(links).toBeGreaterThan(100)
    expect(broken).toEqual([])
  })

  test.skipIf(!folder)('when broken, is broken for both, at the same links', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'passerelle-crawl-'))
    onTestFinished(() => rm(copy, { recursive: true, force: true }))
    await cp(folder, copy, { recursive: true })
    const page = join(copy, 'fr-fr/fasttrack/index.html')
    const html = await readFile(page, 'utf8')
    const planted = [
      `<a href="${base}fr-fr/nowhere/">page</a>`,
      `<a href="${base}fr-fr/fasttrack/#no-such-place">anchor</a>`,
      `<a href="#nor-this">own anchor</a>`,
      `<img src="${base}nothing.png" alt="">`,
    ]
    await writeFile(page, html.replace('</main>', `${planted.join('')}</main>`))

    const { broken } = await crawl(copy, base)
    const built = await readBuilt(siteWriter(copy), (file) => file)
    const paths = (built ? checkBuilt(built) : []).map(({ file, address }) => {
      const from = site + base + file.replace(/index\.html$/, '')
      return new URL(address, from).href.slice(site.length)
    })
    expect(paths.toSorted()).toEqual(broken)
    expect(broken).toHaveLength(planted.length)
  })
})

/** Paths, with base and anchor, that the crawler found broken. */
async function crawl(folder: string, base: string) {
  const server = await serve(folder, { base })
  try {
    const { links } = await check({
      path: server.url,
      recurse: true,
      checkFragments: true,
      checkCss: true,
      // What lies elsewhere is not fetched.
      linksToSkip: [`^(?!${server.url})`],
    })
    const broken = links.filter(({ state }) => state === LinkState.BROKEN)
    const origin = new URL(server.url).origin
    return {
      links: links.filter(({ state }) => state === LinkState.OK).length,
      // With another query it is the same file.
      broken: [
        ...new Set(broken.map(({ url }) => url.slice(origin.length).replace(/\?[^#]*/, ''))),
      ].toSorted(),
    }
  } finally {
    await server.close()
  }
}
