import { expect, test } from 'vitest'
import { packageProblems } from '../../scripts/packed-package.ts'

const manifest = {
  bin: { passerelle: 'lib/bin.js' },
  exports: { '.': { types: './lib/index.d.ts', default: './lib/index.js' }, './c/*': './lib/c/*' },
}
const packed = (...paths: string[]) => ({
  name: 'passerelle',
  version: '1.0.0',
  filename: 'passerelle-1.0.0.tgz',
  size: 1,
  files: paths.map((path) => ({ path })),
})
const whole = ['lib/bin.js', 'lib/index.js', 'lib/index.d.ts', 'lib/c/A.astro', 'package.json']
const problems = (more: object, ...paths: string[]) =>
  packageProblems(JSON.stringify({ ...manifest, ...more }), packed(...paths))

test('a package that has all that it names, and nothing else, is sound', () => {
  expect(problems({}, ...whole)).toEqual([])
})

test('files that it names but lacks are reported', () => {
  expect(problems({}, ...whole.slice(2))).toEqual([
    'package.json names `lib/bin.js`, which is not in the package.',
    'package.json names `lib/index.js`, which is not in the package.',
  ])
  expect(problems({}, ...whole.filter((path) => !path.includes('/c/')))).toHaveLength(1)
})

test('sources, tests and private packages are reported', () => {
  expect(problems({ private: true }, ...whole, 'lib/index.ts', 'test/a.js')).toHaveLength(3)
})
