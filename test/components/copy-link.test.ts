import { expect, test } from 'vitest'
import { addressesOf, citationOf } from '#src/components/copy-link/copy-link.ts'

const page = 'https://guides.example/docs/fr-fr/fasttrack/assess/?phase=x#y'

test('a step has a short address of its own, a heading is an anchor of its page’s', () => {
  const step = addressesOf({ kind: 'step', id: 'gather-data' }, page, 'fr-fr')
  expect(step).toEqual({
    goLink: 'https://guides.example/docs/go/fasttrack/gather-data/',
    here: 'https://guides.example/docs/fr-fr/fasttrack/assess/#gather-data',
    id: 'fasttrack/gather-data',
  })
  const heading = addressesOf({ kind: 'heading', id: 'été' }, page, 'fr-fr')
  expect(heading).toEqual({
    goLink: 'https://guides.example/docs/go/fasttrack/assess/#%C3%A9t%C3%A9',
    here: 'https://guides.example/docs/fr-fr/fasttrack/assess/#%C3%A9t%C3%A9',
    id: 'fasttrack/assess#été',
  })
})

test('a page is itself, however its address was written', () => {
  for (const address of ['https://x.example/en/guide', 'https://x.example/en/guide/index.html']) {
    expect(addressesOf({ kind: 'page', id: 'title' }, address, 'en')).toEqual({
      goLink: 'https://x.example/go/guide/',
      here: 'https://x.example/en/guide/',
      id: 'guide',
    })
  }
})

test('a citation names page, number and parties, and leaves out what there is not', () => {
  const words = {
    'link.citation.step': '{page}, step {number}, {parties}: {title}',
    'link.citation.step.nobody': '{page}, step {number}: {title}',
    'link.citation.heading': '{page}: {title}',
  }
  const step = {
    kind: 'step',
    id: 'x',
    page: 'Assess',
    title: 'Get {page} $& data',
    number: 3,
  } as const
  expect(citationOf({ ...step, parties: ['Customer', 'FastTrack'] }, words)).toBe(
    'Assess, step 3, Customer, FastTrack: Get {page} $& data',
  )
  expect(citationOf(step, words)).toBe('Assess, step 3: Get {page} $& data')
  expect(citationOf({ ...step, kind: 'heading' }, words)).toBe('Assess: Get {page} $& data')
  expect(citationOf({ ...step, kind: 'page' }, words)).toBe('Assess')
})
