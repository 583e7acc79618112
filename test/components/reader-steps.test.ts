/** What scripts are told of the steps of a guide, to say how far a reader is. */
import { expect, test } from 'vitest'
import { readerSteps, readerStepsPath } from '#src/components/progress/reader-steps.ts'
import { localeOf } from '#src/i18n/locales.ts'
import { reviewedStrings } from '#src/i18n/interface-strings.ts'
import { siteLocales } from '#src/i18n/strings.ts'
import type { Site } from '#src/site.ts'
import { process } from './process-example.ts'

const locales = siteLocales(['fr-FR'], {}, reviewedStrings)
const site = { url: 'https://guides.example', base: '/docs/', locales } as unknown as Site
const locale = localeOf(site, 'fr-FR')

test('each step has its title, what it concerns and its address on this site', () => {
  const { steps, phases } = readerSteps(site, process, locale)
  expect(phases).toEqual([{ id: 'assess' }, { id: 'remediate' }, { id: 'migrate' }])
  expect(steps).toHaveLength(process.steps.length)
  expect(steps[2]).toEqual({
    id: 'core-dns',
    phase: 'assess',
    service: 'core',
    optional: false,
    title: 'core-dns',
    address: '/docs/en/guide/assess/#core-dns',
  })
})

test('a step that is not translated says the language of its title', () => {
  const steps = process.steps.map((step) => ({ ...step, lang: 'en' }))
  expect(readerSteps(site, { ...process, steps }, locale).steps[0]?.lang).toBe('en')
})

test('the words are in the language of the interface', () => {
  expect(readerSteps(site, process, locale).texts.next).toBe(locale.strings['checklist.next'])
  expect(readerStepsPath(locale, 'guide')).toBe('/fr-fr/guide/progress.json')
})
