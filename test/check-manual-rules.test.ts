import { expect, test } from 'vitest'
import config from '#content/site.config.ts'
import { manualUrl } from '#plugins/problems.ts'
import { rulePageProblems, readRulePages } from './check-manual-rules.ts'
import { ruleSections } from './support/rule-sections.ts'
import { readRules, rulesIn } from './support/rules.ts'

const rules = readRules()
const pages = readRulePages()

/** What the check says when the section of a rule is gone in a language. */
function without(id: string, locale: string): string[] {
  const changed = pages.map((page) =>
    page.locale === locale
      ? { ...page, sections: page.sections.filter((section) => section.id !== id) }
      : page,
  )
  return rulePageProblems(rules, changed)
}

test('every rule has its section in both languages', () => {
  expect(rules.length).toBeGreaterThan(250)
  expect(rulePageProblems(rules, pages)).toEqual([])
})

test.each(['en', 'fr-FR'])('a section that is taken away in %s is missed', (locale) => {
  expect(without('link-missing', locale)).toEqual([
    `content/docs/${locale}/manual/rules-links.mdx: no section \`link-missing\` (src/docsets/address-problems.ts)`,
  ])
})

test('a section of a rule that no longer exists is reported at its line', () => {
  const left = rules.filter(({ id }) => id !== 'link-missing')
  expect(rulePageProblems(left, pages)).toEqual(
    ['en', 'fr-FR'].map((locale) => {
      const place = expect.stringMatching(
        new RegExp(
          `^content/docs/${locale}/manual/rules-links.mdx:\\d+: \`link-missing\` is no rule`,
        ),
      ) as string
      return place
    }),
  )
})

test('a section is reported if it is on another page, duplicated, incomplete or of another severity', () => {
  const rule = { id: 'a', area: 'links', severities: ['error'], file: 'a.ts' }
  const told = (text: string, area = 'links') =>
    rulePageProblems([rule], [{ locale: 'en', area, sections: ruleSections(text) }]).flatMap(
      (line) => (line.includes('/en/') ? [line.replace(/^content.docs.en.manual./, '')] : []),
    )
  const whole = '## `a`\n\n**Error.** Bad.\n\n```\nb\n```\n\nMend it.\n'
  expect(told(whole)).toEqual([])
  expect(told(whole, 'html')).toEqual([
    'rules-links.mdx: no section `a` (a.ts)',
    'rules-html.mdx:1: `a` belongs on content/docs/en/manual/rules-links.mdx',
  ])
  expect(told(whole + '\n' + whole)).toEqual(['rules-links.mdx:11: `a` is there twice'])
  expect(told('## `a`\n\n**Warning.** Bad.\n')).toEqual([
    'rules-links.mdx:1: `a` does not begin with **Error.**',
    'rules-links.mdx:1: `a` has no example',
    'rules-links.mdx:1: `a` says nothing of its repair',
  ])
})

test('tables are read with the id, area and severities of each rule', () => {
  const text = `defineProblems('links', {
    'a-b': (x: string) => ({ severity: 'error', reason: x }),
    'c-d': (x: boolean) => ({ severity: x ? 'error' : 'warning', reason: '' }),
  })`
  expect(rulesIn('a.ts', text)).toEqual([
    { id: 'a-b', area: 'links', severities: ['error'], file: 'a.ts' },
    { id: 'c-d', area: 'links', severities: ['error', 'warning'], file: 'a.ts' },
  ])
  expect(() => rulesIn('a.ts', 'defineProblems(area, {})')).toThrow('a.ts')
})

test('messages name the manual of our own site', () => {
  expect(manualUrl).toBe(`${config.url}/go/manual`)
})
