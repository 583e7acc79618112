/** What readers are told of a file that they can save, and writers of one that is not there. */
import { describe, expect, test } from 'vitest'
import { fileSize } from '#plugins/guide/downloads.ts'
import { readGuideTree } from '../../support/tree.ts'

const front = '---\ntitle: A\ndescription: B\n---\n'
const ofSize = (bytes: number) => new Uint8Array(bytes)
const pages = (text: string) => ({
  'public/forms/order form.pdf': ofSize(1_240_000),
  'content/docs/en/move/plan.xlsx': ofSize(850),
  'content/docs/en/move/index.mdx': `${front}${text}\n`,
  'content/docs/fr-FR/move/index.mdx': `${front.replace('A', 'F')}${text}\n`,
})

test.each([
  [0, 'en', '0 bytes'],
  [999, 'fr-FR', '999 octets'],
  [1000, 'en', '1 kB'],
  [9_949, 'en', '9.9 kB'],
  [9_950, 'en', '10 kB'],
  [999_499, 'en', '999 kB'],
  [999_500, 'en', '1 MB'],
  [1_240_000, 'fr-FR', '1,2 Mo'],
  [3_000_000_000_000, 'en', '3,000 GB'],
])('%i bytes are written in %s as “%s”, on one line', (bytes, language, words) => {
  const written = fileSize(bytes, language)
  expect(written.replace(/\s/g, ' ')).toBe(words)
  expect(written).not.toContain(' ')
})

describe('a download', () => {
  test('says the type and the size of its file, in the language of its page', async () => {
    const { lines, html } = await readGuideTree(
      pages(
        '::download[The plan]{file=./plan.xlsx}\n\n::download[The form]{file="/forms/order%20form.pdf"}',
      ),
    )
    expect(lines).toEqual([])
    expect(html('/en/move/')).toContain(
      '<p class="download"><a href="/en/move/plan.xlsx" download>The plan <bdi>(XLSX · 850\u00A0bytes)</bdi></a></p>',
    )
    expect(html('/en/move/')).toContain('The form <bdi>(PDF · 1.2\u00A0MB)</bdi>')
    expect(html('/fr-fr/move/')).toMatch(/The form <bdi>\(PDF · 1,2[\u00A0\u202F]Mo\)<\/bdi>/)
  })

  test.each([
    ['./plam.xlsx', 'link-missing', 'Did you mean `plan.xlsx`?'],
    ['/forms/order%20from.pdf', 'link-missing', 'Did you mean `/forms/order form.pdf`?'],
    ['./index.mdx', 'download-file', 'leads to no file of this site'],
    ['https://a.example/plan.xlsx', 'download-file', 'leads to no file of this site'],
  ])('of %s is told once at its place', async (file, rule, words) => {
    const { 'content/docs/fr-FR/move/index.mdx': _, ...tree } = pages(
      `Text.\n\n::download[It]{file="${file}"}`,
    )
    const { lines, problems } = await readGuideTree(tree)
    expect(lines).toEqual([`content/docs/en/move/index.mdx:7:1 error ${rule}`])
    expect(problems[0]?.reason).toContain(words)
  })
})
