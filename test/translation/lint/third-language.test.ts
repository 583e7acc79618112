import { describe, expect, test } from 'vitest'
import { loadThirdVote } from '#src/translation/lint/third-language.ts'
import { blocksOf, guidePairs } from '../../support/own-guides.ts'

const vote = await loadThirdVote('en', 'fr-FR')

describe('a sentence in a third language is named', () => {
  test.each([
    ['de', 'Bitte wählen Sie zuerst die Sprache aus, in der das Portal angezeigt werden soll.'],
    ['es', 'Antes de empezar, compruebe que todos los usuarios tienen una licencia asignada.'],
    ['it', 'Prima di iniziare, verificate che tutti gli utenti abbiano una licenza assegnata.'],
    ['pt', 'Antes de começar, verifique se todos os usuários têm uma licença atribuída a eles.'],
    ['nl', 'Controleer eerst of alle gebruikers een licentie hebben voordat u hiermee begint.'],
    ['sv', 'Kontrollera först att alla användare har en licens innan du börjar med det här.'],
    ['pl', 'Przed rozpoczęciem upewnij się, że wszyscy użytkownicy mają przypisaną licencję.'],
  ])('%s: %s', (language, sentence) => {
    expect(vote(sentence)).toBe(language)
  })
})

test.each([
  ['few words', 'Bitte zuerst wählen.'],
  [
    'names',
    'Windows Server, Exchange Online, SharePoint, OneDrive, Yammer, Outlook, Teams, Intune',
  ],
  [
    'names in small letters',
    'http_proxy http_proxy.user http_proxy.password no_proxy no_proxy.user',
  ],
])('%s say nothing', (_, text) => {
  expect(vote(text)).toBeUndefined()
})

test('no block of our guides, in French or in English, passes for another language', () => {
  const pages = guidePairs('en', 'fr-FR').map(blocksOf)
  const blocks = pages.flatMap(({ source, target }) => [...source.blocks, ...target.blocks])
  expect(blocks.length).toBeGreaterThan(1000)
  expect(blocks.filter(({ text }) => vote(text)).map(({ text }) => text)).toEqual([])
})
