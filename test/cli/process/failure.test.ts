import { expect, test } from 'vitest'
import { failureDetails, failureText } from '#src/cli/process/failure.ts'

const place = { cwd: '/site', root: '/site' }

function systemError(code: string, syscall: string, path?: string): Error {
  return Object.assign(new Error(`${code}: some words, ${syscall}`), { code, syscall, path })
}

test.each([
  [
    systemError('EACCES', 'open', '/site/guide/a.md'),
    '`guide/a.md` cannot be opened: permission denied',
  ],
  [systemError('EACCES', 'scandir', '/site/guide'), '`guide` cannot be read: permission denied'],
  [systemError('EACCES', 'mkdtemp', '/srv/www'), '`/srv/www` cannot be written: permission denied'],
  [
    systemError('ENOSPC', 'write', '/site/out/g.po'),
    '`out/g.po` cannot be written: no space is left',
  ],
  [systemError('ENOSPC', 'write'), 'A file cannot be written: no space is left'],
  [
    systemError('EROFS', 'mkdir', '/site/dist'),
    '`dist` cannot be written: the file system is read-only',
  ],
  [
    new TypeError('x is not a function\nmore'),
    'The command failed: x is not a function. Run it with',
  ],
  ['a string that was thrown', 'The command failed: a string that was thrown.'],
])('%s is one sentence', (error, expected) => {
  const text = failureText(error, place)
  expect(text).toContain(expected)
  expect(text).not.toMatch(/\n|\s+at /)
})

test('an error in the configuration is reported with file and line', () => {
  const error = new ReferenceError('foo is not defined')
  error.stack =
    'ReferenceError: foo is not defined\n    at file:///site/content/site.config.ts:3:6\n'
  expect(failureText(error, place)).toBe(
    'content/site.config.ts:3:6 error site-config  The configuration cannot be read: foo is not defined',
  )
})

test('the stack trace is shown on request only', () => {
  const error = new Error('broken')
  expect(failureDetails(error, undefined)).toBeUndefined()
  expect(failureDetails(error, 'vite:*')).toBeUndefined()
  expect(failureDetails(error, 'passerelle')).toContain('    at ')
})
