import { describe, expect, test } from 'vitest'
import { applyFixes } from '#src/translation/lint/fixes.ts'

/** Put `text` in the place of `was` in a page; gives the page and how many were applied and left out. */
function fix(page: string, ...changes: readonly (readonly [was: string, text: string])[]) {
  const fixes = changes.map(([was, text]) => {
    const start = page.indexOf(was)
    return { start, end: start + was.length, text }
  })
  const { text, applied, dropped } = applyFixes(page, fixes, 'docfx')
  return { text, applied: applied.length, dropped: dropped.length }
}

describe('a fix is not applied', () => {
  test.each([
    ['changes a letter', 'Prêt ?', 'ê', 'e'],
    ['makes bold of asterisks', '**Prêt ? **', ' **', '**'],
    ['ends bold', 'Office 365 *, soit* plus', ' *,', '*,'],
    ['makes a heading', '#Titre', '#', '# '],
    ['makes a list', '-Un point', '-', '- '],
    ['changes code', 'Tapez `a b`.', 'a b', 'ab'],
    ['changes where a link leads', '[a](b.md)', 'b.md', 'c.md'],
    ['breaks a table', '| a |\n| - |\n| b |', '| - |', '| |'],
    ['breaks the front matter', '---\ntitle: a\n---\n\nb', 'title: a', "title: 'a"],
    ['merges two paragraphs', 'a\n\nb', '\n\n', '\n'],
  ])('that %s', (_, page, was, text) => {
    expect(fix(page, [was, text])).toEqual({ text: page, applied: 0, dropped: 1 })
  })

  test('and does not prevent the others', () => {
    const page = "L'un ** et ** l'autre, d'ici."
    const done = fix(page, ["L'u", 'L’u'], ['** et **', '**et**'], ["l'a", 'l’a'], ["d'i", 'd’i'])
    expect(done).toEqual({ text: 'L’un ** et ** l’autre, d’ici.', applied: 3, dropped: 1 })
  })

  test('if it overlaps another one; identical ones count once', () => {
    expect(fix('a b', [' ', '\u00A0'], [' ', '\u00A0'])).toEqual({
      text: 'a\u00A0b',
      applied: 1,
      dropped: 0,
    })
    expect(fix('a b', [' ', '\u00A0'], [' ', ''])).toEqual({
      text: 'a\u00A0b',
      applied: 1,
      dropped: 1,
    })
  })
})

test('the locale in an address may change, and what else stands in it may not', () => {
  const page = '[a](https://learn.microsoft.com/en-us/teams/)'
  expect(fix(page, ['en-us', 'fr-fr']).applied).toBe(1)
  expect(fix(page, ['teams', 'equipes']).applied).toBe(0)
})
