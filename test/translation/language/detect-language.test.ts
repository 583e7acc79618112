import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { blocksOf, guidePairs } from '../../support/own-guides.ts'
import { readGlossary, withoutNames } from '#src/translation/glossary/glossary.ts'
import { inlineText, masked } from '#src/translation/blocks/inline-text.ts'
import { loadVote, wordVote } from '#src/translation/language/detect-language.ts'
import { countWords, sentences } from '#src/translation/language/words.ts'

const vote = wordVote('en', 'fr-FR') ?? (() => 'none')

describe('the vote of function words', () => {
  test.each([
    ['You need at least one licence for each user.', 'en'],
    ['These include:', 'en'],
    ['Don’t close the window.', 'en'],
    ['Vous avez besoin d’au moins une licence par personne.', 'fr'],
    ['Sélectionnez le bouton.', 'fr'],
    ['L’étape suivante', 'fr'],
    ['Vous avez signé le Microsoft Services Agreement for Schools.', 'fr'],
  ])('%s is %s', (text, language) => {
    expect(vote(text)).toBe(language)
  })

  test.each(['Exchange Online', 'Documents', 'Skype for Business', '150-1000', 'UAT.', ''])(
    'says nothing of “%s”',
    (text) => {
      expect(vote(text)).toBeUndefined()
    },
  )

  test('is the same in both directions', () => {
    const back = wordVote('fr-FR', 'en') ?? (() => 'none')
    expect(back('Vous avez une licence.')).toBe('fr')
    expect(back('You have a licence and a password.')).toBe('en')
  })

  test('on our own guides it is hardly ever wrong, in either language (at most 0.3 %)', () => {
    const name = 'content/l10n/glossary.csv'
    const file = new URL(`../../../${name}`, import.meta.url)
    const { glossary } = readGlossary(readFileSync(file, 'utf8'), name)
    const counts = { right: 0, wrong: 0, silent: 0 }
    const wrong: string[] = []
    for (const pair of guidePairs('en', 'fr-FR')) {
      const { source, target } = blocksOf(pair)
      for (const [page, language] of [
        [source, 'en'],
        [target, 'fr'],
      ] as const) {
        for (const { inline } of page.blocks) {
          const own = inlineText(inline)
          const title = withoutNames(masked(own), glossary)
          for (const { from, to } of sentences(own.text, page.locale, own.breaks)) {
            const message = vote(title.slice(from, to))
            const kind = message === undefined ? 'silent' : message === language ? 'right' : 'wrong'
            counts[kind]++
            if (kind === 'wrong') wrong.push(own.text.slice(from, to))
          }
        }
      }
    }
    console.info(`language vote on our guides: ${JSON.stringify(counts)}`, wrong)
    expect(counts.wrong / (counts.right + counts.wrong + counts.silent)).toBeLessThan(0.003)
    expect(counts.right).toBeGreaterThan(2000)
  })
})

describe('a pair of languages without lists', () => {
  test('is identified by the library', async () => {
    const german = await loadVote('en', 'de')
    expect(german('Sie brauchen für jeden Benutzer mindestens eine Lizenz.')).toBe('de')
    expect(german('You need at least one licence for each of your users.')).toBe('en')
    expect(german('Exchange Online')).toBeUndefined()
  })

  test('as close as Danish and Norwegian is identified where function words and the library agree', async () => {
    const between = await loadVote('da', 'nb')
    const original = 'Slet først den gamle fil, hvis du ikke har en ny.'
    const danish = 'Brug mappen, indtil den bliver flyttet ud af listen, og slet nogle af filerne.'
    const norwegian = 'Bruk mappen til den blir flyttet ut av listen, og slett noen av filene.'
    expect(between(danish, original)).toBe('da')
    expect(between(norwegian, danish)).not.toBe('da')
  })

  test('with different spellings of the same words is identified by them', async () => {
    const czech = await loadVote('cs', 'sk')
    expect(
      czech('Při načtení stránky je třeba vybrat jazyk, který používají všichni uživatelé.'),
    ).toBe('cs')
    expect(
      czech('Pri načítaní stránky je potrebné vybrať jazyk, ktorý používajú všetci používatelia.'),
    ).toBe('sk')
    const danish = await loadVote('da', 'nb')
    const source =
      'Skærmbilledet i mappen skal vises på siden med de nye filer, og listen bliver hentet.'
    const norwegian =
      'Skjermbildet i mappen skal vises på siden med de nye filene, og listen blir hentet.'
    expect(danish(norwegian, source)).toBe('nb')
  })

  test('that the library does not know is never identified', async () => {
    const unknown = await loadVote('en', 'tlh')
    expect(unknown('You need at least one licence for each of your users.')).toBeUndefined()
  })
})

describe('sentences', () => {
  const cut = (text: string, locale: string) =>
    sentences(text, locale).map(({ from, to }) => text.slice(from, to))

  test('end at a full stop, not at an abbreviation or inside a number', () => {
    expect(cut('Use a tool, e.g. PowerShell. It costs 1.5 hours. ok', 'en')).toEqual([
      'Use a tool, e.g. PowerShell.',
      'It costs 1.5 hours. ok',
    ])
    expect(cut('Est-ce prêt ? Oui. Voir p. 3.', 'fr-FR')).toEqual([
      'Est-ce prêt ?',
      'Oui.',
      'Voir p. 3.',
    ])
  })

  test('end at a hard break', () => {
    const text = 'One Two'
    expect(sentences(text, 'en', [3])).toEqual([
      { from: 0, to: 3 },
      { from: 4, to: 7 },
    ])
  })

  test('words are what has a letter or a digit', () => {
    expect(countWords('L’appel dure 30 minutes – au plus.')).toBe(6)
  })
})
