/** The steps of a docset as data. */
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { stepsData } from '#src/components/steps-data/steps-data.ts'
import type { Site } from '#src/site.ts'
import schema from '../../schemas/steps.schema.json' with { type: 'json' }
import { process } from './process-example.ts'

const site = { url: 'https://guides.example', base: '/docs/' } as Site
const { format: _, ...permalink } = schema.definitions.step.properties.permalink
const isValid = new Ajv().compile({
  ...schema,
  definitions: {
    ...schema.definitions,
    step: {
      ...schema.definitions.step,
      properties: { ...schema.definitions.step.properties, permalink },
    },
  },
})

const french = {
  ...process,
  parties: process.parties.map((party) => ({ ...party, label: `le ${party.label}` })),
  steps: process.steps.map((step) =>
    step.id === 'gather-data'
      ? { ...step, lang: 'en', path: '/en/guide/assess/', pathLang: 'en' }
      : { ...step, title: `« ${step.id} »`, path: '/fr-fr/guide/assess/', result: 'Fait.' },
  ),
}

const data = stepsData(site, 'guide', [
  { locale: 'en', process },
  { locale: 'fr-FR', process: french },
])

test('each step has its texts in all languages, and one address for all of them', () => {
  expect(data.steps.map(({ id }) => id)).toEqual(process.steps.map(({ id }) => id))
  expect(data.steps[2]).toEqual({
    id: 'core-dns',
    number: 3,
    phase: 'assess',
    service: 'core',
    parties: ['customer'],
    optional: false,
    permalink: 'https://guides.example/docs/go/guide/core-dns/',
    title: { en: 'core-dns', 'fr-FR': '« core-dns »' },
    text: { en: 'core-dns', 'fr-FR': 'core-dns' },
    result: { 'fr-FR': 'Fait.' },
    url: {
      en: 'https://guides.example/docs/en/guide/assess/#core-dns',
      'fr-FR': 'https://guides.example/docs/fr-fr/guide/assess/#core-dns',
    },
  })
  expect(data.parties[0]).toEqual({
    id: 'customer',
    label: { en: 'Customer', 'fr-FR': 'le Customer' },
  })
})

test('a step that is not translated says so, and has no address in that language', () => {
  const step = data.steps.find(({ id }) => id === 'gather-data')
  expect(step?.untranslated).toEqual(['fr-FR'])
  expect(Object.keys(step?.url ?? {})).toEqual(['en'])
})

test('the file has the form that its schema says', () => {
  expect(isValid(data), JSON.stringify(isValid.errors)).toBe(true)
  expect(isValid({ ...data, version: 2 })).toBe(false)
  expect(isValid({ ...data, steps: [{ ...data.steps[0], party: 'x' }] })).toBe(false)
})
