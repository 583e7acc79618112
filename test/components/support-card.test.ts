/** A step as support pastes it. */
import { expect, test } from 'vitest'
import { supportCard, textAfterTitle } from '#src/components/support-card/support-card.ts'
import { cardsCsv, cardsOf } from '#src/components/support-card/cards-file.ts'
import { reviewedStrings } from '#src/i18n/interface-strings.ts'
import { siteLocales } from '#src/i18n/strings.ts'
import type { Site } from '#src/site.ts'
import { process } from './process-example.ts'

const locales = siteLocales(['en', 'fr-FR'], {}, reviewedStrings)
const site = { url: 'https://guides.example', base: '/docs/', locales } as unknown as Site
const [english, french] = locales.map(({ strings }) => strings)
const step = {
  language: 'en',
  page: 'Assess',
  number: 3,
  title: 'Open <the> firewall',
  text: 'Ask *whoever* runs it.',
  result: 'Mail & calls get through.',
  parties: ['Customer', 'FastTrack'],
  address: 'https://guides.example/go/g/open/',
}

test('as plain text has who acts, what to do, the result and the link', () => {
  expect(supportCard(step, english!).plain).toBe(
    'Assess, step 3: Open <the> firewall\nWho: Customer, FastTrack\n\nAsk *whoever* runs it.\n\n' +
      'Result: Mail & calls get through.\n\nhttps://guides.example/go/g/open/',
  )
})

test('as HTML has its language, and escapes markup in its text', () => {
  expect(supportCard({ ...step, language: 'fr-FR' }, french!).html).toBe(
    '<div lang="fr-FR"><p><strong>Assess, étape 3 : Open &lt;the&gt; firewall</strong><br>' +
      'Qui : Customer, FastTrack</p><p>Ask *whoever* runs it.</p>' +
      '<p>Résultat : Mail &amp; calls get through.</p>' +
      '<p><a href="https://guides.example/go/g/open/">Ouvrir l’étape</a></p></div>',
  )
})

test('as an Adaptive Card shows Markdown as text, and has a button with the link', () => {
  const { adaptive } = supportCard(step, english!)
  expect(adaptive).toMatchObject({ type: 'AdaptiveCard', version: '1.4', lang: 'en' })
  expect(JSON.stringify(adaptive)).toContain('"type":"TextRun","text":"Ask *whoever* runs it."')
  expect(JSON.stringify(adaptive)).not.toContain('"TextBlock"')
  expect(adaptive['actions']).toEqual([
    { type: 'Action.OpenUrl', title: 'Open the step', url: step.address },
  ])
})

test('leaves out the parts that a step does not have', () => {
  const bare = { ...step, text: '', result: undefined, parties: [] }
  expect(supportCard(bare, english!).plain).toBe(
    'Assess, step 3: Open <the> firewall\n\nhttps://guides.example/go/g/open/',
  )
})

test.each([
  ['Gather data', 'Gather data. You run the tools.', 'You run the tools.'],
  ['收集数据', '收集数据。运行工具。', '运行工具。'],
  ['Gather data', 'Gather data', ''],
])('the text after the title “%s” in “%s” is “%s”', (title, words, text) => {
  expect(textAfterTitle(title, words)).toBe(text)
})

test('a docset has one for each step in each language that has translated it', () => {
  const steps = process.steps.map((one, index) => (index ? one : { ...one, lang: 'en' }))
  const all = [
    { locale: 'en', process },
    { locale: 'fr-FR', process: { ...process, steps } },
  ]
  const cards = cardsOf(site, 'guide', all)
  expect(cards).toHaveLength(2 * process.steps.length - 1)
  expect(cards[1]).toMatchObject({
    id: 'gather-data',
    language: 'en',
    title: 'Assess, step 2: gather-data',
    link: 'https://guides.example/docs/go/guide/gather-data/',
  })
  const [head, first] = cardsCsv(cards).split('\r\n')
  expect(head).toBe('\uFEFFid,language,title,plain,html,link')
  expect(first).toContain('call-meetings,en,')
})
