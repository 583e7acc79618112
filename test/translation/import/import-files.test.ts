/** What an import writes besides words: addresses that have changed, and those that stay. */
import { expect, test } from 'vitest'
import { imported, workspaceOf } from '../../support/project.ts'

const was = 'Read the [first page](a.md) of it before you `start` anything.\n'
const french = 'Lisez-en la [première page](a.md) avant de faire `start`.\n'
const tagged = 'Read the <a1>first page</a1> of it before you <c2/> anything.'
const said = 'Lisez-en la <a1>première page</a1> avant de faire <c2/>.'

test('an address that has changed in the source changes with the translator’s word that all is well', () => {
  const project = workspaceOf({ was, now: was.replace('a.md', 'b.md'), french })
  const [pair] = project.pages[0]?.pairs ?? []
  expect([pair?.state, pair?.grade]).toEqual(['stale', 'auto'])
  const { text, rules, project: after } = imported(project, { [tagged]: said })
  expect(rules).toEqual([])
  expect(text).toBe(french.replace('a.md', 'b.md'))
  expect(after.pages[0]?.pairs[0]?.state).toBe('translated')
})

test('so does one that changes together with the words', () => {
  const now = was.replace('a.md', 'b.md').replace('Read', 'Please read')
  const project = workspaceOf({ was, now, french })
  const { text } = imported(project, {
    [tagged.replace('Read', 'Please read')]: `Vite ! ${said}`,
  })
  expect(text).toBe(`Vite ! ${french.replace('a.md', 'b.md')}`)
})

test('an address of the translation’s own stays when only words change', () => {
  const own = french.replace('a.md', '/fr-fr/a.md')
  const project = workspaceOf({ was, now: was.replace('Read', 'Please read'), french: own })
  const { text } = imported(project, {
    [tagged.replace('Read', 'Please read')]: `Vite ! ${said}`,
  })
  expect(text).toBe(`Vite ! ${own}`)
})

test('words that stand there already are confirmed, and no file is written', () => {
  const now = was.replace('a.md', 'b.md')
  const project = workspaceOf({ was, now, french: french.replace('a.md', 'b.md') })
  const { pages, project: after } = imported(project, { [tagged]: said })
  expect(pages).toEqual([])
  expect(after.pages[0]?.pairs[0]?.state).toBe('translated')
})
