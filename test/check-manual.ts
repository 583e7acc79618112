/** `npm run check:manual`: is every option, command and form of a guide explained, in each language of the manual? */
import { globSync, readFileSync } from 'node:fs'
import { manualProblems } from './support/manual-rules.ts'
import { manualSubjects } from './support/manual-subjects.ts'

const root = new URL('../', import.meta.url)
const subjects = await manualSubjects()
const folders = globSync('content/docs/*/manual', { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
)
const problems = folders.flatMap((folder) => {
  const pages = globSync(`${folder}/**/*.mdx`, { cwd: root }).map((path) => ({
    name: path.replaceAll('\\', '/'),
    text: readFileSync(new URL(encodeURI(path.replaceAll('\\', '/')), root), 'utf8'),
  }))
  return manualProblems(pages, subjects, folder)
})
for (const problem of problems) console.error(problem)
process.exitCode = problems.length || folders.length < 2 ? 1 : 0
