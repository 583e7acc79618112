import { describe, expect, test } from 'vitest'
import { readToc, readTocMd, readTocYml } from '../support/toc-docset.ts'

describe('a problem is reported at the entry of a table of contents:', () => {
  test.each([
    [
      'a table that does not exist',
      '- name: A\n  href: nosuch/TOC.yml\n',
      '1:3 warning toc-missing',
    ],
    [
      'a folder without a table beside a page',
      '- name: A\n  topicHref: a.md\n  href: nosuch/\n',
      '1:3 warning toc-missing',
    ],
    ['a folder that does not exist', '- name: A\n  href: nosuch/\n', '1:3 warning link-missing'],
    ['a page that does not exist', '- name: A\n  href: gone.md\n', '1:3 warning link-missing'],
    [
      'an anchor that does not exist',
      '- name: B\n  href: a.md\n- name: A\n  href: a.md#nope\n',
      '3:3 warning link-anchor-missing',
    ],
    [
      'a second page of one entry',
      '- name: A\n  topicHref: a.md\n  href: index.md\n',
      '1:3 warning toc-address',
    ],
  ])('%s', async (_, yaml, expected) => {
    expect((await readTocYml(yaml)).lines).toEqual([`en-us/guide/TOC.yml:${expected}`])
  })

  test('a table that does not exist, in TOC.md', async () => {
    const { drawn, lines } = await readTocMd('# [Home](index.md)\n## [Gone](sub/TOC.md)\n')
    expect(drawn).toEqual(['Home → ', '  Gone'])
    expect(lines).toEqual(['en-us/guide/TOC.md:2:1 warning toc-missing'])
  })

  test('an anchor that does not exist, in a table that another one names', async () => {
    const { lines } = await readToc({
      'en-us/guide/TOC.yml': '- name: Part\n  href: part/TOC.yml\n',
      'en-us/guide/part/TOC.yml': '- name: Deep\n  href: deep.md#nope\n',
    })
    expect(lines).toEqual(['en-us/guide/part/TOC.yml:1:3 warning link-anchor-missing'])
  })

  test('a table that names a table above it, of which only the entry’s name is kept', async () => {
    const { drawn, lines } = await readToc({
      'en-us/guide/TOC.yml': '- name: Part\n  href: part/TOC.yml\n',
      'en-us/guide/part/TOC.yml': '- name: Up\n  href: ../toc.yml\n- name: Deep\n  href: deep.md\n',
    })
    expect(drawn).toEqual(['Part', '  Up', '  Deep → part/deep/'])
    expect(lines).toEqual(['en-us/guide/part/TOC.yml:1:3 warning toc-cycle'])
  })
})
