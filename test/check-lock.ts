/**
 * `npm run check:lock`: may everything that `package-lock.json` names be installed?
 *
 * Exact versions in `package.json`, a checksum for every package, the public registry only, licences and
 * install scripts that somebody has looked at.
 */
import { readFileSync } from 'node:fs'
import { type Manifest, type Lock, lockProblems } from './support/lock-rules.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))

const problems = lockProblems(read('package.json') as Manifest, read('package-lock.json') as Lock)
for (const problem of problems) console.error(problem)
process.exitCode = problems.length ? 1 : 0
