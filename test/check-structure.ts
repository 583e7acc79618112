/** `npm run check:structure`: is each exported name unique, and is no file too small to be one? */
import { globSync, readFileSync } from 'node:fs'
import { repeatedNames, smallFiles } from './support/structure-rules.ts'

const root = new URL('../', import.meta.url)
const files = globSync('{src,plugins}/**/*.{ts,astro}', { cwd: root }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(new URL(encodeURI(path.replaceAll('\\', '/')), root), 'utf8'),
}))

const problems = [...repeatedNames(files), ...smallFiles(files)]
for (const problem of problems) console.error(problem)
process.exitCode = problems.length ? 1 : 0
