/** What the check of the structure finds, and what it leaves alone. */
import { expect, test } from 'vitest'
import { repeatedNames, smallFiles } from './support/structure-rules.ts'

const file = (path: string, text: string) => ({ path, text })

test('a name that two modules export is named with both', () => {
  const files = [
    file('src/a.ts', 'export interface Place {}\nexport const place = 1\n'),
    file('src/b.ts', 'export type Place = string\nconst place = 2\n'),
  ]
  expect(repeatedNames(files)).toEqual([
    '`Place` is exported by src/a.ts and src/b.ts. Rename one of them.',
  ])
})

test('a name that is passed on, a default and a convention are no second meaning', () => {
  const files = [
    file('src/a.ts', 'export function read() {}\nexport default function write() {}\n'),
    file('src/b.ts', "export { read } from './a.ts'\nexport const GET = 1\n"),
    file('src/c.ts', 'export const GET = 2\nexport default function write() {}\n'),
  ]
  expect(repeatedNames(files)).toEqual([])
})

test('a file of a few lines with one importer is named', () => {
  const files = [
    file('src/a.ts', "import { x } from './folder/b.ts'\n"),
    file('src/folder/b.ts', 'export const x = 1\n'),
    file('src/c.astro', "---\nimport y from '#src/d.ts?url'\n---\n"),
    file('src/d.ts', 'export default 1\n'),
  ]
  expect(smallFiles(files)).toEqual([
    'src/folder/b.ts has 1 lines, and only src/a.ts imports it. Merge them.',
    'src/d.ts has 1 lines, and only src/c.astro imports it. Merge them.',
  ])
})

test('a small file with two importers, a plugin, a rule and a script of a component may stay', () => {
  const importer = (path: string) =>
    file(
      path,
      "import '#src/x.ts'\nimport '#plugins/p.ts'\nimport '#src/translation/lint/r.ts'\nimport './s.client.ts'\n",
    )
  const small = ['src/x.ts', 'plugins/p.ts', 'src/translation/lint/r.ts', 'src/s.client.ts']
  const files = [
    importer('src/a.ts'),
    file('src/b.ts', "import '#src/x.ts'\n"),
    ...small.map((path) => file(path, '')),
  ]
  expect(smallFiles(files)).toEqual([])
})
