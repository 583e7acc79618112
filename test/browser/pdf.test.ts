/** A guide as a PDF, printed by a real Chromium. */
import { execFileSync } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { browserProgram } from '../support/browser.ts'
import { builtSite } from '../support/built-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { pdfStructure } from '../support/pdf-structure.ts'

const project = join(import.meta.dirname, '../..')

/** Run `pdf` on a site; gives the folder of the PDFs. */
async function pdf(site: string, ...args: readonly string[]): Promise<string> {
  const out = join(await temporaryFolder(), 'pdf')
  const browser = ['--browser', await browserProgram()]
  const all = ['src/cli/main.ts', 'pdf', site, '--out', out, ...browser, ...args]
  execFileSync(process.execPath, all, { cwd: project, stdio: 'pipe' })
  return out
}

describe.each([
  { base: '/', where: 'at the root' },
  { base: '/docs/', where: 'below a path' },
])('a PDF of a site $where', ({ base }) => {
  test('has the title, the language, tags and bookmarks of the guide', async () => {
    const site = await builtSite('own', { base })
    const out = await pdf(site, '--docset', 'live-edu', '--locale', 'fr-FR')
    expect(await readdir(out)).toEqual(['live-edu-fr-fr.pdf'])
    const structure = pdfStructure(await readFile(join(out, 'live-edu-fr-fr.pdf')))
    expect(structure.title).toContain('Déplacer un domaine Live@edu vers Office 365')
    expect(structure.lang).toBe('fr-FR')
    expect(structure.isTagged).toBe(true)
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Link'])
      expect(structure.tags).toContain(tag)
    const [first, ...others] = structure.bookmarks
    expect(first?.[0]).toBe(1)
    expect(others.every(([depth]) => depth > 1)).toBe(true)
    expect(others.map(([, title]) => title)).toContain('Sommaire')
    expect(structure.pages).toBeGreaterThan(3)
  })
})
