import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lookSite, plainSite } from '../support/look-site.ts'

const [look, plain] = [await lookSite(), await plainSite()]
const html = (path: string, site = look) => readFile(join(site, path), 'utf8')

/** All style sheets of a page, in their order. */
async function stylesOf(page: string, site = look): Promise<string> {
  const links = [...page.matchAll(/<link rel="stylesheet" href="(.+?)">/g)]
  const texts = await Promise.all(links.map(([, path = '']) => readFile(join(site, path), 'utf8')))
  return texts.join('\n')
}

describe('a site with theme options', () => {
  test('has its colours, fonts, corners and width in a style sheet with a hash in its name', async () => {
    const page = await html('en/fasttrack/assess/index.html')
    const [, name = ''] = /href="\/_astro\/(theme\.[\da-f]{10}\.css)"/.exec(page) ?? []
    const text = await readFile(join(look, '_astro', name), 'utf8')
    expect(text).toContain('--accent-600:#7a1fa2')
    expect(text).toContain('--radius:0;')
    expect(text).toContain('--width:60rem')
    expect(text).toContain('--font-headings:"Own Font"')
    const [, font = ''] = /url\("\.\/(own\.[\da-f]{10}\.woff2)"\)/.exec(text) ?? []
    expect(await readFile(join(look, '_astro', font), 'utf8')).toBe('no font')
  })

  test('has its logo on every page, and nothing above the title of its home page', async () => {
    for (const path of ['index.html', 'en/index.html', 'go/fasttrack/index.html', '404.html']) {
      const page = await html(path)
      expect(page, path).not.toContain('class="hero"')
      if (path === 'index.html') continue
      expect(page, path).toMatch(/<img class="logo" data-on="light"[^>]+_astro\/logo\./)
      expect(page, path).toMatch(/<img class="logo" data-on="dark"[^>]+_astro\/logo-dark\./)
    }
    expect(await html('en/index.html')).toContain('alt="A square"')
    // Of a language without a text of its own.
    expect(await html('fr-fr/index.html')).toContain('alt="A square" lang="en"')
  })

  test('leads from its header to the same place in each language, and elsewhere', async () => {
    const french = await html('fr-fr/index.html')
    expect(french).toContain('<a href="/fr-fr/fasttrack/assess/#plan-success">Étapes</a>')
    expect(french).toContain('<a href="https://code.example/">Code</a>')
    expect(await html('en/index.html')).toContain(
      '<a href="/en/fasttrack/assess/#plan-success">Steps</a>',
    )
  })

  test('has components of its own, with the original in them if they want', async () => {
    const page = await html('en/fasttrack/assess/index.html')
    expect(page).toMatch(/<footer class="own-footer"[^>]*>\s*<img class="logo"/)
    expect(page).toContain('Made by hand: 1')
    expect(page).not.toContain('class="site-footer"')
    expect(page).toMatch(/<div class="own-pagination">\s*<nav class="pagination"/)
    expect(await stylesOf(page)).toContain('.own-footer')
  })

  test('has styles of its own, which no layer of ours holds, with the files that they name', async () => {
    const styles = await stylesOf(await html('en/index.html'))
    expect(styles).toMatch(
      /\n\.site-header\{background-image:url\("?\.\/dots\.[\da-f]{10}\.svg"?\)\}/,
    )
    expect(await readdir(join(look, '_astro'))).toContainEqual(
      expect.stringMatching(/^dots\..+\.svg$/),
    )
  })

  test('shows its announcement in each language', async () => {
    const french = await html('fr-fr/fasttrack/index.html')
    expect(french).toContain('La version 2 est là.')
    expect(french).toContain('<a href="/fr-fr/fasttrack/assess/">Voir les étapes</a>')
  })
})

describe('a site without theme options', () => {
  test('has a plain home page: its title, and no trace of ours', async () => {
    const page = await html('en/index.html', plain)
    expect(page).toContain('<h1>Small</h1>')
    expect(page).not.toMatch(/class="(?:hero|logo|announcement|site-links)/)
  })

  test('has no trace of the bridge in any file', async () => {
    const entries = await readdir(plain, { recursive: true, withFileTypes: true })
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    const told: string[] = []
    for (const name of names.filter((path) => /\.(?:html|css|js|svg)$/.test(path))) {
      const text = await readFile(name, 'utf8')
      if (/bridge|\blamp|hero__(?:lamp|water)|--(?:iron|stone|night)-/i.test(text)) told.push(name)
    }
    expect(told).toEqual([])
  })
})
