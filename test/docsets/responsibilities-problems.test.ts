/** What an author is told of the page of several parties. */
import { describe, expect, test } from 'vitest'
import { readDocfxTree } from '../support/tree.ts'
import { address, configText, front, read } from './two-parties.ts'

describe('a problem is reported at its position in the configuration:', () => {
  const sound = '## A\n\na\n'

  test('a page that the docset does not have, with the nearest one', async () => {
    const parties = { us: 'us.md', you: 'your.md' }
    const { problems, lines, site } = await read(
      sound,
      sound,
      { 'content/site.config.ts': configText.replace('you.md', 'your.md') },
      parties,
    )
    expect(lines).toEqual(['content/site.config.ts:6:70 error responsibilities-page-missing'])
    expect(problems[0]?.reason).toBe(
      'The docset `guide` has no page `your.md` in `en-US`. Did you mean `you.md`?',
    )
    expect(site.documents.some(({ page }) => page.slug === 'who')).toBe(false)
  })

  test('pages that no language has all of', async () => {
    const { lines } = await read(
      sound,
      sound,
      { 'fr-fr/guide/tu.md': front('Tu') + sound },
      { us: 'us.md', you: 'tu.md' },
    )
    expect(lines).toContain('content/site.config.ts:5:16 error responsibilities-page-missing')
  })

  test('a name that another page or an old address has', async () => {
    const page = await read(sound, sound, { 'en-us/guide/who.md': front('Who') })
    expect(page.lines).toEqual(['content/site.config.ts:6:34 error responsibilities-page-taken'])
    expect(page.html(address)).not.toContain('<table')

    const old = {
      redirections: [{ source_path: 'guide/who.md', redirect_url: '/guide/us' }],
    }
    const moved = await read(sound, sound, {
      'en-us/.openpublishing.redirection.json': JSON.stringify(old),
    })
    expect(moved.lines).toEqual(['content/site.config.ts:6:34 error responsibilities-page-taken'])
  })

  test('a page without sections', async () => {
    const { lines, site } = await read(sound, '- only a list\n')
    expect(lines).toEqual(['content/site.config.ts:6:70 error responsibilities-heading-missing'])
    expect(site.documents.some(({ page }) => page.slug === 'who')).toBe(false)
  })

  test('a value of the wrong type', async () => {
    const tree = {
      'content/site.config.ts': configText,
      'en-us/guide/us.md': front('Us') + sound,
    }
    const responsibilities = { page: 'who', parties: { us: 'us.txt' } }
    const { lines } = await readDocfxTree(tree, {
      version: 1,
      docfx: [{ docset: 'guide', responsibilities }],
    })
    expect(lines).toEqual(['content/site.config.ts:6:51 error site-config'])
  })
})

test('a docset that the configuration does not name has no such page', async () => {
  const tree = { 'en-us/guide/us.md': front('Us') + '## A\n\na\n' }
  const responsibilities = { page: 'who', parties: { us: 'us.md' } }
  const { site, lines } = await readDocfxTree(tree, {
    version: 1,
    docfx: [{ docset: 'other', responsibilities }],
  })
  expect(site.documents).toHaveLength(1)
  expect(lines).toEqual([])
})
