import { expect, test } from 'vitest'
import type { Process, Step } from '#src/docsets/process.ts'
import type { SiteLocale } from '#src/site.ts'
import { filtersOf, orderIn, stepRecords, termRecords } from '#src/search/records.ts'

const step: Step = {
  id: 'gather',
  number: 2,
  title: 'Lancez l’outil',
  text: 'Lancez l’outil. Il lit tout.',
  parties: ['customer', 'vendor'],
  phase: 'assess',
  optional: false,
  path: '/fr-fr/guide/assess/',
  page: 'Évaluation',
}
const process: Process = {
  phases: [{ id: 'assess', label: 'Évaluation', optional: false }],
  alongside: [],
  parties: [
    { id: 'customer', label: 'Client' },
    { id: 'vendor', label: 'Éditeur' },
  ],
  services: [],
  steps: [step, { ...step, id: 'lent', lang: 'en' }],
}
const items = ['/fr-fr/guide/', '/fr-fr/guide/assess/'].map((href) => ({
  title: '',
  href,
  items: [],
}))
const contents = { docset: 'guide', locale: 'fr-FR', items, redirects: [], process }
const order = orderIn([contents])

test('a step is an entry of its own, in the language of its page', () => {
  expect(stepRecords(contents, 'Guide')).toEqual([
    {
      url: '/fr-fr/guide/assess/#gather',
      language: 'fr-fr',
      content: "Lancez l'outil. Il lit tout.",
      meta: {
        kind: 'step',
        title: "Lancez l'outil",
        number: '2',
        place: 'Guide › Évaluation',
        parties: 'Client, Éditeur',
        phase: 'Évaluation',
      },
      filters: { guide: ['guide'], party: ['customer', 'vendor'], phase: ['assess'] },
    },
  ])
})

test('a docset without steps has no such entries', () => {
  expect(
    stepRecords({ docset: 'guide', locale: 'fr-FR', items: [], redirects: [] }, 'guide'),
  ).toEqual([])
})

test('a page can be filtered by its guide, and by phase and service if it has them', () => {
  const page = { kind: 'guide', docset: 'guide', phase: 'assess' } as Parameters<
    typeof filtersOf
  >[0]
  expect(filtersOf(page)).toEqual({ guide: ['guide'], phase: ['assess'] })
})

test('a step comes after the beginning of its page', () => {
  expect([order('/fr-fr/guide/assess/#gather'), order('/fr-fr/guide/assess/#part')]).toEqual([
    1001, 1000,
  ])
})

test('pages come in the order of the tables of contents, those outside it last', () => {
  expect(['/fr-fr/guide/', '/fr-fr/guide/assess/', '/other/'].map(order)).toEqual([0, 1000, 2000])
})

test('a term is an entry, with what other languages call it; the page of terms is one, too', () => {
  const locale = {
    tag: 'fr-FR',
    ui: 'fr-FR',
    path: 'fr-fr',
    strings: { 'terms.title': 'Glossaire', 'terms.lead': 'Ce que veulent dire les termes.' },
  } as unknown as SiteLocale
  const term = {
    id: 'split-domain',
    forms: { en: 'split domain', 'fr-FR': 'domaine partagé' },
    definitions: { 'fr-FR': 'Deux systèmes.' },
    matchCase: false,
  }
  const untold = { ...term, id: 'other', definitions: { en: 'Two systems.' } }
  expect(termRecords([term, untold], locale).map(({ url, content }) => [url, content])).toEqual([
    ['/fr-fr/terms/', 'Glossaire. Ce que veulent dire les termes.'],
    ['/fr-fr/terms/#split-domain', 'domaine partagé, split domain. Deux systèmes.'],
  ])
  expect(termRecords([untold], locale)).toEqual([])
  // The words of the interface are not French here.
  expect(termRecords([term], { ...locale, ui: 'en' })).toHaveLength(1)
})
