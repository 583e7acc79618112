/** A small guide in six languages, two of them from the right, and the site that is built of it. */
import { execFile } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { environment } from './copied-site.ts'
import { digestOf, kept, program } from './kept.ts'

const root = join(import.meta.dirname, '../..')
const guide = join(import.meta.dirname, 'languages-guide')

/** The folder of the project, for reading; its site is in `dist/`. */
export async function languagesSite(): Promise<string> {
  const digest = await digestOf([...program, guide, import.meta.filename], [])
  return kept('languages', digest, async (folder) => {
    await cp(guide, join(folder, 'content'), { recursive: true })
    await buildIn(folder)
  })
}

/** Build the site of a folder, whatever there is to report; what is printed. */
export async function buildIn(folder: string): Promise<string> {
  const options = { cwd: folder, env: environment(folder) }
  const args = [join(root, 'src/cli/main.ts'), 'build', '--keep-going']
  const run = promisify(execFile)(process.execPath, args, options)
  const { stdout, stderr } = await run.catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  )
  return stdout + stderr
}
