/** The names that a docset of guides gives to phases, parties and services, with their labels. */
import type { VFileMessage } from 'vfile-message'
import type { Names, Vocabulary } from '#plugins/guide/vocabulary.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { SiteLocale } from '../../site.ts'
import type { DocsetNames } from '../docset.ts'
import { placeOfString } from '../source-position.ts'
import type { GuideConfig } from './find-docsets.ts'

/** The names of a docset without steps: none. */
export const noNames: DocsetNames = {
  phases: [],
  alongside: [],
  parties: [],
  services: [],
  required: [],
  retired: [],
  choices: [],
  tasks: [],
}

export type LabelKind = 'phase' | 'alongside' | 'party' | 'service' | 'choice' | 'option' | 'task'

const problem = defineProblems('configuration', {
  'label-missing': (id: string, key: string, tags: readonly string[]) => ({
    severity: 'error',
    reason: `\`${id}\` has no label. Add \`${key}\` to ${tags.map((tag) => `content/ui/${tag}.json`).join(' and ')}.`,
  }),
})

/** The label of a name in a language; the id itself where there is none. */
export function labelOf(
  docset: string,
  kind: LabelKind,
  id: string,
  { strings }: Pick<SiteLocale, 'strings'>,
): string {
  return strings[keyOf(docset, kind, id)] ?? id
}

/** The heading of a group of docsets in a language; its id if there is none. */
export function groupLabel(group: string, { strings }: Pick<SiteLocale, 'strings'>): string {
  return strings[groupKey(group)] ?? group
}

/** All names with their labels in one language. */
export function vocabularyOf(
  docset: string,
  names: DocsetNames,
  locale: Pick<SiteLocale, 'strings'>,
): Vocabulary {
  const labelled = (kind: LabelKind, ids: readonly string[]): Names =>
    new Map(ids.map((id) => [id, labelOf(docset, kind, id, locale)]))
  return {
    phases: labelled('phase', idsOf(names.phases)),
    parties: labelled('party', names.parties),
    services: labelled('service', names.services),
    options: labelled('option', optionsOf(names)),
  }
}

/**
 * Problems for names without a label in a language of the site, at their place in the configuration. A language without
 * interface strings borrows labels, too.
 */
export function* missingLabels(
  docset: string,
  names: DocsetNames,
  {
    config,
    locales,
    group,
  }: {
    config: Pick<GuideConfig, 'name' | 'text'>
    locales: readonly SiteLocale[]
    group?: string | undefined
  },
): Generator<VFileMessage> {
  const all: [LabelKind, readonly string[]][] = [
    ['phase', idsOf(names.phases)],
    ['alongside', names.alongside],
    ['party', names.parties],
    ['service', names.services],
    ['choice', idsOf(names.choices)],
    ['option', optionsOf(names)],
    ['task', idsOf(names.tasks)],
  ]
  const speakers = locales.filter(({ strings }) => Object.keys(strings).length > 0)
  const keys = all.flatMap(([kind, ids]) => ids.map((id) => [id, keyOf(docset, kind, id)] as const))
  if (group) keys.push([group, groupKey(group)])
  for (const [id, key] of keys) {
    const lacking = speakers.filter(({ strings }) => !strings[key]).map(({ ui }) => ui)
    if (lacking.length === 0) continue
    const missing = problem('label-missing', id, key, [...new Set(lacking)])
    yield problemAt(config.name, missing, placeOfString(config.text, id, [`id: '${docset}'`]))
  }
}

function optionsOf({ choices }: DocsetNames): string[] {
  return choices.flatMap(({ options }) => options)
}

function idsOf(named: readonly { id: string }[]): string[] {
  return named.map(({ id }) => id)
}

function groupKey(group: string): string {
  return `group.${group}`
}

function keyOf(docset: string, kind: LabelKind, id: string): string {
  return `${docset}.${kind}.${id}`
}
