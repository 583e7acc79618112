/**
 * `npm run check:rules`: every rule has its section in the manual, in each language, and no section is of a
 * rule that is no more.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Rule, readRules } from './support/rules.ts'
import { type RuleSection, ruleSections } from './support/rule-sections.ts'

/** How a section begins, by the severities of its rule. */
const beginnings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { error: 'Error', warning: 'Warning', 'error,warning': 'Error or warning' },
  'fr-FR': {
    error: 'Erreur',
    warning: 'Avertissement',
    'error,warning': 'Erreur ou avertissement',
  },
}

/** A page of the manual that explains the rules of an area. */
export interface RulePage {
  locale: string
  area: string
  sections: readonly RuleSection[]
}

/** What is wrong with the pages, each with its place; nothing where all is well. */
export function rulePageProblems(rules: readonly Rule[], pages: readonly RulePage[]): string[] {
  const byId = Map.groupBy(rules, ({ id }) => id)
  return Object.keys(beginnings).flatMap((locale) => {
    const own = pages.filter((page) => page.locale === locale)
    const missing = [...byId].flatMap(([id, [rule]]) => {
      const area = rule?.area ?? ''
      const isThere = own.some((page) => page.area === area && has(page, id))
      return isThere ? [] : [`${nameOf({ locale, area })}: no section \`${id}\` (${rule?.file})`]
    })
    return [...missing, ...own.flatMap((page) => sectionProblems(byId, page))]
  })
}

function sectionProblems(byId: ReadonlyMap<string, Rule[]>, page: RulePage): string[] {
  const seen = new Set<string>()
  return page.sections.flatMap((section) => {
    const reasons = reasonsAgainst(section, byId.get(section.id) ?? [], page)
    if (seen.has(section.id)) reasons.push('is there twice')
    seen.add(section.id)
    return reasons.map((reason) => `${nameOf(page)}:${section.line}: \`${section.id}\` ${reason}`)
  })
}

function reasonsAgainst(
  { severity, hasExample, hasRepair }: RuleSection,
  rows: readonly Rule[],
  { locale, area }: RulePage,
): string[] {
  if (rows.length === 0) return ['is no rule any more: record its end with `links retire`']
  const areas = [...new Set(rows.map((row) => row.area))]
  if (!areas.includes(area)) return [`belongs on ${nameOf({ locale, area: areas[0] ?? '' })}`]
  const reasons = []
  if (areas.length > 1) reasons.push(`is in tables of several areas: ${areas.join(', ')}`)
  const severities = [...new Set(rows.flatMap((row) => row.severities))].toSorted()
  // Where a row leaves the message to a function of its own, the section says what it is.
  const beginning = beginnings[locale]?.[severities.join(',')] ?? severity
  if (severity !== beginning) reasons.push(`does not begin with **${beginning}.**`)
  if (!hasExample) reasons.push('has no example')
  if (!hasRepair) reasons.push('says nothing of its repair')
  return reasons
}

function has({ sections }: RulePage, id: string): boolean {
  return sections.some((section) => section.id === id)
}

function nameOf({ locale, area }: Pick<RulePage, 'locale' | 'area'>): string {
  return `content/docs/${locale}/manual/rules-${area}.mdx`
}

/** The pages as they are. */
export function readRulePages(): RulePage[] {
  return Object.keys(beginnings).flatMap((locale) => {
    const folder = new URL(`../content/docs/${locale}/manual/`, import.meta.url)
    return readdirSync(folder).flatMap((file) => {
      const area = /^rules-(.+)\.mdx$/.exec(file)?.[1]
      if (area === undefined) return []
      return [{ locale, area, sections: ruleSections(readFileSync(new URL(file, folder), 'utf8')) }]
    })
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = rulePageProblems(readRules(), readRulePages())
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length ? 1 : 0
}
