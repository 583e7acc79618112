/** A step is written once; all that lists steps is made of it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { copiedSite } from '../support/copied-site.ts'
import { serve } from '../support/server.ts'
import { openBrowser } from '../support/browser.ts'

const english = 'content/docs/en/fasttrack/assess.mdx'
const french = 'content/docs/fr-FR/fasttrack/assess.mdx'

const step = ':step{#gather-data} **Gather data about your environment.**'

describe('a step that is changed in one place', () => {
  test('changes the page, the matrix, the diagram, the checklists, the print, the CSV and the search', async () => {
    const site = await copiedSite()
    await site.edit(
      english,
      step,
      ':step{#gather-data by=fasttrack} **Weigh the zebra of your environment.**',
    )
    const { code, output } = await site.run('build')
    expect(output).not.toMatch(/error|warning/)
    expect(code).toBe(0)

    const pageOf = (path: string) => readFile(join(site.dist, path), 'utf8')
    const [page, matrix, diagram, ours, theirs, print, csv, frenchMatrix] = await Promise.all([
      pageOf('en/fasttrack/assess/index.html'),
      pageOf('en/fasttrack/responsibilities/index.html'),
      pageOf('en/fasttrack/index.html'),
      pageOf('en/fasttrack/checklist/fasttrack/index.html'),
      pageOf('en/fasttrack/checklist/customer/index.html'),
      pageOf('en/fasttrack/print/index.html'),
      pageOf('en/fasttrack/steps.csv'),
      pageOf('fr-fr/fasttrack/responsibilities/index.html'),
    ])
    for (const html of [page, matrix, diagram, ours, print, csv]) {
      expect(html).toContain('Weigh the zebra of your environment')
      expect(html).not.toContain('Gather data about your environment')
    }
    expect(theirs).not.toContain('zebra')
    // The party holds in the other language too, whose words are its own.
    expect(rowOf(matrix)).toMatch(/data-parties="fasttrack"/)
    expect(rowOf(frenchMatrix)).toMatch(/data-parties="fasttrack"/)
    expect(await firstResult(site.dist, 'zebra')).toMatch(
      /Weigh the zebra of your environment.*\/en\/fasttrack\/assess\/#gather-data/s,
    )
  })
})

test('a party that is changed in French only is refused, and both places are named', async () => {
  const site = await copiedSite()
  const text = await readFile(join(site.root, french), 'utf8')
  const title = /^3\. (\*\*.*?\*\*)/m.exec(text)?.[1] ?? ''
  await site.edit(french, `3. ${title}`, `3. :step{by=customer} ${title}`)
  const { code, output } = await site.run('check')
  expect(code).toBe(1)
  const lineOf = (content: string, words: string) =>
    content.slice(0, content.indexOf(words)).split('\n').length
  const source = await readFile(join(site.root, english), 'utf8')
  expect(output).toContain(`${french}:${lineOf(text, `3. ${title}`)}:4 error step-differs`)
  expect(output).toContain(`from the source at ${english}:${lineOf(source, step)}:4`)
})

function rowOf(html: string): string {
  return /<tr[^>]*data-step="gather-data"[^>]*>/.exec(html)?.[0] ?? ''
}

async function firstResult(folder: string, query: string): Promise<string> {
  const [browser, site] = await Promise.all([openBrowser(), serve(folder)])
  try {
    const page = await browser.newPage()
    await page.goto(`${site.url}en/search/?q=${query}`)
    const link = page.locator('.search__results a').first()
    await link.waitFor()
    return `${await link.textContent()} ${await link.getAttribute('href')}`
  } finally {
    await Promise.all([browser.close(), site.close()])
  }
}
