/** What was taken away: its reader is told what it was and why it is no more. */
import { expect, test } from 'vitest'
import { changed, folder, french, guides, page, steps } from './published-guides.ts'

const without = {
  [`${folder}/assess.mdx`]: undefined,
  [`${french}/assess.mdx`]: undefined,
}
const toc = ['index', 'enable']

const shorter = {
  [`${folder}/assess.mdx`]: page(
    'Assess',
    steps(['review-network', 'Review the network']),
    '## What next',
  ),
}
const records = {
  'move/assess#what-to-bring': { removed: 'The checklist says it' },
  'move/assess#gather-data': { removed: { en: 'A tool does it', 'fr-FR': 'Un outil le fait' } },
}

test('a page that is gone for good: its title, the reason and the way on, at its address in each language', async () => {
  const { told, redirects, removed } = await changed(
    without,
    { 'move/assess': { removed: 'Nobody assesses any more' } },
    toc,
  )
  expect([told, redirects]).toEqual([[], []])
  expect(removed).toEqual([
    {
      locale: 'en',
      path: '/en/move/assess/',
      title: 'Assess',
      why: 'Nobody assesses any more',
      docset: { title: 'Move', path: '/en/move/' },
    },
    {
      locale: 'fr-FR',
      path: '/fr-fr/move/assess/',
      title: 'Assess',
      lang: 'en',
      why: 'Nobody assesses any more',
      whyLang: 'en',
      docset: { title: 'Passer', path: '/fr-fr/move/' },
    },
  ])
})

test('headings of that page that moved lead to their new address; those with their own reason show it', async () => {
  const { removed } = await changed(
    without,
    {
      'move/assess': { removed: 'Nobody assesses any more' },
      'move/assess#what-to-bring': { movedTo: 'move/enable#turn-on' },
      'move/assess#gather-data': { removed: 'A tool does it' },
    },
    toc,
  )
  expect(removed[0]).toMatchObject({
    anchors: [{ id: 'what-to-bring', to: '/en/move/enable/#turn-on' }],
    removed: [{ id: 'gather-data', title: 'Gather data', why: 'A tool does it' }],
  })
})

test('a page says which heading or step was removed from it, in the reader’s language if possible', async () => {
  const { told, pageAt } = await changed(shorter, records)
  expect(told).toEqual([])
  expect(pageAt('/en/move/assess/')?.removedAnchors).toEqual([
    { id: 'gather-data', title: 'Gather data', why: 'A tool does it' },
    { id: 'what-to-bring', title: 'What to bring', why: 'The checklist says it' },
  ])
  const french = pageAt('/fr-fr/move/assess/')?.removedAnchors
  expect(french?.[0]).toEqual({
    id: 'gather-data',
    title: 'Gather data',
    lang: 'en',
    why: 'Un outil le fait',
  })
  expect(french?.[1]).toMatchObject({ why: 'The checklist says it', whyLang: 'en' })
})

test('readers who follow the old address of such a heading’s renamed page are told on the new one', async () => {
  const { pageAt, redirects } = await changed(
    {
      ...without,
      [`${folder}/evaluate.mdx`]: shorter[`${folder}/assess.mdx`],
      [`${french}/evaluate.mdx`]: guides[`${french}/assess.mdx`],
    },
    { ...records, 'move/assess': { movedTo: 'move/evaluate' } },
    ['index', 'evaluate', 'enable'],
  )
  const gone = [{ id: 'gather-data' }, { id: 'what-to-bring' }]
  expect(redirects[0]).toMatchObject({ to: '/en/move/evaluate/', removed: gone })
  expect(pageAt('/en/move/evaluate/')?.removedAnchors).toMatchObject(gone)
})

test('go links of removed pages say so, and lead to the nearest page', async () => {
  const { goLinkPages } = await changed(shorter, records)
  const at = (id: string) => goLinkPages.find((one) => one.id === id)
  expect(at('move/gather-data')).toMatchObject({
    isOld: true,
    place: {
      targets: [
        { locale: 'en', path: '/en/move/assess/' },
        { locale: 'fr-FR', path: '/fr-fr/move/assess/' },
      ],
      removed: [
        { locale: 'en', title: 'Gather data', why: 'A tool does it' },
        { locale: 'fr-FR', title: 'Gather data', lang: 'en', why: 'Un outil le fait' },
      ],
    },
  })
  const parts = at('move/assess')?.parts.filter(({ removed }) => removed)
  expect(parts?.map(({ anchors }) => anchors)).toEqual([['gather-data'], ['what-to-bring']])

  const { goLinkPages: others } = await changed(
    without,
    { 'move/assess': { removed: 'Nobody assesses any more' } },
    toc,
  )
  expect(others.find(({ id }) => id === 'move/assess')?.place.targets).toMatchObject([
    { locale: 'en', path: '/en/move/' },
    { locale: 'fr-FR', path: '/fr-fr/move/' },
  ])
})

test('a page that moved to one that was taken away later shares its reason', async () => {
  const { told, removed } = await changed(
    { ...without, [`${folder}/enable.mdx`]: undefined, [`${french}/enable.mdx`]: undefined },
    {
      'move/assess': { movedTo: 'move/enable' },
      'move/enable': { removed: 'It is all done' },
      'move/checklist/customer': { removed: 'Without steps there is none' },
      'move/print': { movedTo: 'move' },
    },
    ['index'],
  )
  expect(told).toEqual([])
  const shared = removed.filter(({ path, why }) => path.startsWith('/en/') && /done/.test(why))
  expect(shared.map(({ path, title, why }) => [path, title, why])).toEqual([
    ['/en/move/assess/', 'Assess', 'It is all done'],
    ['/en/move/enable/', 'Enable', 'It is all done'],
  ])
})
