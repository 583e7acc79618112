import { describe, expect, test } from 'vitest'
import { type Lock, type LockedPackage, lockProblems } from './support/lock-rules.ts'

const integrity = `sha512-${'a'.repeat(86)}==`
const sound = { version: '1.0.0', integrity, license: 'MIT' }
const manifest = { devDependencies: { a: '1.0.0' }, allowScripts: {} }
const rules = { licences: ['MIT', 'ISC'], licenceOf: {}, withoutChecksum: [] as string[] }

function problemsOf(changes: LockedPackage, path = 'node_modules/b'): string[] {
  const packages = { '': {}, 'node_modules/a': sound, [path]: { ...sound, ...changes } }
  return lockProblems(manifest, { lockfileVersion: 3, packages }, rules)
}

test('a lock file with exact versions, checksums and known licences is sound', () => {
  expect(problemsOf({})).toEqual([])
  expect(problemsOf({ resolved: 'https://registry.npmjs.org/b/-/b-1.0.0.tgz' })).toEqual([])
  expect(problemsOf({ license: '(MIT OR GPL-3.0-only)' })).toEqual([])
  expect(problemsOf({ license: 'MIT AND ISC' })).toEqual([])
})

describe('problems are reported for', () => {
  test.each<[string, LockedPackage, string]>([
    ['a missing checksum', { integrity: undefined as never }, 'has no SHA-512 checksum'],
    ['a weak checksum', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'has no SHA-512'],
    ['another registry', { resolved: 'https://other.example/b.tgz' }, 'comes from https://other'],
    ['one by http', { resolved: 'http://registry.npmjs.org/b.tgz' }, 'comes from http:'],
    ['one with a longer host', { resolved: 'https://registry.npmjs.org.x.example/b' }, 'comes'],
    ['a repository', { resolved: 'git+ssh://git@host.example/b.git#1' }, 'comes from git+ssh'],
    ['a folder', { link: true, resolved: '../b' }, 'is a folder of this machine'],
    ['an unknown licence', { license: 'GPL-3.0-only' }, 'has the licence `GPL-3.0-only`'],
    ['one of two unknown', { license: 'MIT AND GPL-3.0-only' }, 'has the licence'],
    ['no licence', { license: undefined as never }, 'has the licence ``'],
    ['an install script', { hasInstallScript: true }, 'runs a script when it is installed'],
    ['a version that is a range', { version: '^1.0.0' }, 'has no exact version'],
  ])('%s', (_, changes, text) => {
    expect(problemsOf(changes)).toEqual([expect.stringContaining(text)])
  })

  test('a range in package.json, and a lock file that lags behind it', () => {
    const lock: Lock = { lockfileVersion: 3, packages: { 'node_modules/a': sound } }
    expect(lockProblems({ devDependencies: { a: '^1.0.0' } }, lock, rules)).toEqual([
      'package.json: a has the version `^1.0.0`. Name one exact version.',
      'package-lock.json: a is 1.0.0, package.json names ^1.0.0. Run `npm install`.',
    ])
  })

  test('exceptions that nothing needs', () => {
    const lock: Lock = { lockfileVersion: 3, packages: { 'node_modules/a': sound } }
    const given = { ...manifest, allowScripts: { a: true } }
    expect(
      lockProblems(given, lock, {
        ...rules,
        withoutChecksum: ['a@1.0.0'],
        licenceOf: { 'a@1.0.0': 'MIT' },
      }),
    ).toEqual([
      'test/support/lock-rules.ts: a@1.0.0 does not lack a checksum. Take it out.',
      'test/support/lock-rules.ts: a@1.0.0 names its licence itself. Take it out.',
      'package.json: allowScripts names a, which has no script. Take it out.',
    ])
  })
})
