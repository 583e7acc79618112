import { expect, test } from 'vitest'
import { foreignRecords } from '#src/search/untranslated-index.ts'

const page = {
  path: '/fr-fr/guide/assess/',
  title: 'Évaluer',
  guide: 'Le guide',
  filters: { guide: ['guide'] },
}

function found(article: string, attributes = 'data-pagefind-body=""') {
  const html = `<html lang="fr-FR"><body><nav lang="en">Skip</nav><article ${attributes}>${article}</article></body></html>`
  return foreignRecords(html, page)
}

const mark = '<small lang="fr-FR">pas encore traduit</small>'

test('a paragraph that is not translated is an entry in its language, at the heading above it', () => {
  const [record, ...others] = found(
    '<h1 id="evaluer">Évaluer</h1><p>Lisez ceci.</p><div class="heading"><h2 id="gather">Recueillir</h2><a class="anchor" href="#gather"></a></div>' +
      `<p lang="en-US" data-state="untranslated">Gather <b>the data</b>. ${mark}</p>`,
  )
  expect(others).toEqual([])
  expect(record).toEqual({
    url: '/fr-fr/guide/assess/#gather',
    language: 'en-us',
    content: 'Gather the data.',
    meta: { kind: 'foreign', title: 'Recueillir', place: 'Le guide › Évaluer', lang: 'en-US' },
    filters: { guide: ['guide'] },
  })
})

test('so is a sentence in a French paragraph, without the French around it', () => {
  const html =
    '<h1 id="evaluer">Évaluer</h1>' +
    '<p>Avant. <span lang="en" data-state="untranslated-part">Then ask.</span> Après.</p>'
  expect(found(html).map(({ url, content, meta }) => [url, content, meta['title']])).toEqual([
    ['/fr-fr/guide/assess/#evaluer', 'Then ask.', 'Évaluer'],
  ])
})

test('words of one part are one entry, kept apart where they stand in blocks of their own', () => {
  const item = (text: string) => `<li lang="en" data-state="untranslated">${text}</li>`
  expect(
    found(
      `<h2 id="a">A</h2><ul>${item('One')}${item('Two')}</ul><h2 id="b">B</h2>${item('3 four')}`,
    ).map(({ url, content }) => [url.split('#')[1], content]),
  ).toEqual([
    ['a', 'One Two'],
    ['b', '3 four'],
  ])
})

test('a heading that is not translated says its language', () => {
  const [record] = found(`<h2 id="core" lang="en" data-state="untranslated">Core ${mark}</h2>`)
  expect(record?.meta).toMatchObject({ title: 'Core', titleLang: 'en', lang: 'en' })
})

test('a label in another language, a change of the original, a page all in its language: nothing', () => {
  expect(found('<p>Choisissez <b lang="en">Save</b>.</p>')).toEqual([])
  expect(
    found(
      '<p data-state="untranslated">x</p><details class="change"><p lang="en" data-state="untranslated">Old</p></details>',
    ),
  ).toEqual([])
  expect(found('<p>Rien.</p>')).toEqual([])
})

test('of a page that another language lends, all but what is said about that', () => {
  const html =
    '<h1 id="a">Assess</h1><div lang="fr-FR"><p>Cette page n’est pas encore traduite.</p></div>' +
    '<nav><a href="#b">More</a></nav><p>Ask first.</p><h2 id="b">More</h2><p>Then act.</p>'
  expect(found(html, 'lang="en"').map(({ url, content, meta }) => [url, content, meta])).toEqual([
    [
      '/fr-fr/guide/assess/#a',
      'Assess Ask first.',
      {
        kind: 'foreign',
        title: 'Assess',
        titleLang: 'en',
        place: 'Le guide › Évaluer',
        lang: 'en',
      },
    ],
    ['/fr-fr/guide/assess/#b', 'More Then act.', expect.objectContaining({ title: 'More' })],
  ])
})
