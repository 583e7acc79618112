import { expect, test } from 'vitest'
import { planOf, respell } from '#src/search/query-plan.ts'

const wordings = {
  stop: ['how do i', 'le de l', 'à'],
  synonyms: [
    ['Azure AD', 'Entra ID', 'Entra'],
    ['mot de passe', 'mdp'],
    ['licence', 'license'],
    ['menu', 'liste'],
  ],
}
const queries = (typed: string) => planOf(typed, wordings).map((concept) => concept.queries)

test('stop words are not searched for', () => {
  expect(queries('How do I verify domains?')).toEqual([['verify'], ['domains?']])
})

test('a question of stop words alone is searched for all the same', () => {
  expect(queries('how do i')).toEqual([['how'], ['do'], ['i']])
})

test('the old and the new name of a product are synonyms, as phrases', () => {
  expect(queries('entra id sync')).toEqual([['"Entra ID"', '"Azure AD"', '"Entra"'], ['sync']])
  expect(queries('entra')).toEqual([['"Entra"', '"Azure AD"', '"Entra ID"']])
})

test('a plural, capitals and a missing accent do not hide a synonym', () => {
  expect(queries('Mots de passe')).toEqual([['"mot de passe"', '"mdp"']])
  expect(queries('licenses')).toEqual([['"license"', '"licence"']])
})

test('a name that is written as one word is the same name', () => {
  expect(queries('motdepasse')).toEqual([['"motdepasse"', '"mot de passe"', '"mdp"']])
  expect(queries('entraid')).toEqual([['"entraid"', '"Azure AD"', '"Entra ID"', '"Entra"']])
})

test('a French plural is found by its singular, and the other way round, after any vowel', () => {
  expect(queries('numéros')).toEqual([['numéros', '"numéro"']])
  expect(queries('scénario ?')).toEqual([['scénario', '"scénarios"']])
  expect(queries('lieu')).toEqual([['lieu', '"lieux"']])
  expect(queries('lieux')).toEqual([['lieux', '"lieu"']])
  expect(queries('menus')).toEqual([['"menu"', '"menus"', '"liste"']])
  // The engine’s stemmers know these themselves.
  expect(queries('étapes rapports activés')).toEqual([['étapes'], ['rapports'], ['activés']])
})

test('a hyphen, and digits after letters, may be a space on the page', () => {
  expect(queries('mot-clé')).toEqual([['mot-clé', '"mot clé"']])
  expect(queries('on‑boarding windows10')).toEqual([
    ['on‑boarding', '"on boarding"'],
    ['windows10', '"windows 10"'],
  ])
  // Short names of letters and digits are one word.
  expect(queries('o365 p2 2fa')).toEqual([['o365'], ['p2'], ['2fa']])
})

test('signs alone are no words', () => {
  expect(queries('? — !')).toEqual([])
})

test('of a pasted text only the beginning counts', () => {
  expect(queries('x '.repeat(50))).toHaveLength(10)
})

test('a corrected question keeps what was right', () => {
  expect(respell('la bande pasante', new Map([['pasante', 'passante']]))).toBe('la bande passante')
})
