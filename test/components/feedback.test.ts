/** Addresses of files and of reports. */
import { expect, test } from 'vitest'
import { fileAddress, reportAddress } from '#src/components/feedback/addresses.ts'

test('a file has an address where the configuration says which; its name is encoded, slashes stay', () => {
  const name = 'content/docs/fr-FR/a guide/$1.mdx'
  expect(fileAddress('https://code.example/{path}?raw', name)).toBe(
    'https://code.example/content/docs/fr-FR/a%20guide/%241.mdx?raw',
  )
  expect(fileAddress(undefined, name)).toBeUndefined()
})

test('a report says what it is about, in any writing, and leaves what else the address has', () => {
  const about = {
    title: 'Évaluation, étape 3\u00a0: R&D “à 100 %”',
    id: 'fasttrack/gather-data',
    language: 'fr-FR',
    address: 'https://guides.example/fr-fr/fasttrack/assess/#gather-data',
  }
  const address = reportAddress(
    'https://code.example/issues/new?title={title}&body={address}&labels={id},{language},{other}',
    about,
  )
  const query = new URL(address).searchParams
  expect(query.get('title')).toBe(about.title)
  expect(query.get('body')).toBe(about.address)
  expect(query.get('labels')).toBe('fasttrack/gather-data,fr-FR,{other}')
  expect(reportAddress('mailto:help@guides.example?subject={title}', about)).toMatch(
    /^mailto:[\x21-\x7e]+$/,
  )
})
