/** Labels of buttons and menus, and other bold words, that stayed in the language of the source. */
import { defineProblems } from '#plugins/problems.ts'
import { splitWords } from '../language/words.ts'
import { type Linted, type PairRule, findingIn, hideNames } from './context.ts'
import type { Finding } from './finding.ts'
import { type TextMap, type InlineRange, opaque } from './text-map.ts'
import { type GlossaryTerm, formIn } from './terms.ts'

const problem = defineProblems('translation', {
  'l10n-label': (actual: string, expected: string) => ({
    severity: 'warning',
    reason: `The label here is \`${actual}\`. Use \`${expected}\` as in the glossary.`,
  }),
  'l10n-label-left': (actual: string) => ({
    severity: 'warning',
    reason: `Label \`${actual}\` is not translated. Use the label that readers see in their language.`,
    note: 'Add a name that is not translated to the glossary, with an `x` under `dnt`.',
  }),
})

/** What is before the label of something to choose. */
const verbs: ReadonlyMap<string, RegExp> = new Map([
  [
    'en',
    /\b(?:select|click|choose|open|press|tap|check|clear|go to|turn o(?:n|ff)|under|on the)(?: on| the)?[\s“"]*$/i,
  ],
  [
    'fr',
    /(?<!\p{L})(?:sélectionne[zr]|clique[zr]|choisi(?:ssez|r)|ouvr(?:ez|ir)|appuye[zr]|coche[zr]|décoche[zr]|active[zr]|désactive[zr]|accéde[zr]|sous)(?: sur| à| au| l[ea])?[\s«"]*$/iu,
  ],
])

/** Words of many labels that no other language here borrows. */
const labelWords: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'en',
    set(
      'add back browse cancel close copy create delete done download edit finish hide manage new next open paste remove save search settings show update upload users view',
    ),
  ],
  [
    'fr',
    set(
      'afficher ajouter annuler chercher coller copier créer enregistrer fermer gérer masquer modifier nouveau nouvelle ouvrir parcourir paramètres précédent rechercher retour suivant supprimer terminer utilisateurs',
    ),
  ],
])

function set(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

export const labels: PairRule = (linted) => {
  const { original, source, pair } = linted
  if (!original || !source || pair.state === 'untranslated') return []
  return [...byGlossary(linted, original), ...same(linted, original)]
}

/** Rows of the glossary with `ui`: the glossary decides how a label is translated. */
function byGlossary(linted: Linted, original: TextMap): Finding[] {
  const { context, textMap } = linted
  const terms = context.glossary.terms.filter(({ isLabel }) => isLabel)
  const meant = boldIn(original).map(({ label }) => label)
  return terms.flatMap((term) => {
    const [from, to] = formsOf(linted, term)
    if (from === to || !meant.includes(from)) return []
    const bold = boldIn(textMap)
    if (bold.some(({ label }) => label === to)) return []
    // The same place in the order of bold words, if there are as many.
    const match = bold.find(({ label }) => label === from) ?? bold[meant.indexOf(from)]
    const place = match ? match.mark : { from: 0, to: textMap.unmasked.length }
    const finding = problem('l10n-label', match?.label ?? '', to)
    return [findingIn(linted, finding, [place.from, place.to])]
  })
}

function same(linted: Linted, original: TextMap): Finding[] {
  const { context, textMap, own } = linted
  const meant = boldIn(original)
  return boldIn(textMap).flatMap(({ label, mark }) => {
    const twin = meant.find((item) => item.label === label)
    if (!twin || !own.slice(mark.from, mark.to).replaceAll(opaque, '').trim()) return []
    const isRow = context.glossary.terms.some((term) => {
      const [from, to] = formsOf(linted, term)
      return to === label || (term.isLabel && from === label)
    })
    const words = splitWords(hideNames(label, context.glossary)).filter((word) => word.length > 1)
    const isName = /\p{L}_\p{L}/u.test(label)
    if (isRow || isName || words.length === 0 || words.every(isCommon)) return []
    const isChosen =
      isAfterVerb(textMap, mark, context.languages.target) ||
      isAfterVerb(original, twin.mark, context.languages.source)
    const isProse =
      context.vote(label) === context.languages.source ||
      words.filter((word) => /^\p{Ll}{3,}$/u.test(word)).length > 1
    return isChosen || isProse
      ? [findingIn(linted, problem('l10n-label-left', label), [mark.from, mark.to])]
      : []
  })

  /** A word that the translation has elsewhere is one of its language: *Services*, *Support*. */
  function isCommon(word: string): boolean {
    const lower = word.toLowerCase()
    if (labelWords.get(context.languages.source)?.has(lower)) return false
    return context.words.has(lower) || word === word.toUpperCase()
  }
}

function formsOf({ context }: Linted, term: GlossaryTerm): [string, string] {
  return [formIn(term, context.source.locale), formIn(term, context.target.locale)]
}

function boldIn(textMap: TextMap): { label: string; mark: InlineRange }[] {
  return textMap.marks
    .filter(({ node }) => node.type === 'strong')
    .map((mark) => ({
      label: textMap.unmasked.slice(mark.from, mark.to).replace(/\s+/g, ' ').trim(),
      mark,
    }))
}

function isAfterVerb({ unmasked }: TextMap, { from }: InlineRange, language: string): boolean {
  const before = unmasked.slice(Math.max(0, from - 40), from)
  return Boolean(verbs.get(language)?.test(before)) || /[>→›]\s*$/.test(before)
}
