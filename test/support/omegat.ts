/** OmegaT without its window: it opens a project, fills in what was translated, creates its documents. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { escapeXml } from '#src/translation/formats/xml.ts'
import { hasTool } from './tools.ts'

const jar = '/usr/share/omegat/OmegaT.jar'

/** Milliseconds that a session may last: Java starts slowly, and on a busy machine very slowly. */
const limit = 600_000
/** What a test may take that has up to four of them. */
export const timeout = 4 * limit

/** Whether there is one, and a Java to run it; what is missing is told. */
export function hasOmegat(): boolean {
  const isThere = existsSync(jar)
  if (!isThere) console.warn('Skipped: OmegaT is not installed (Debian: omegat)')
  return isThere && hasTool('java', 'default-jre-headless')
}

/** What a person types in OmegaT, by the text of the segment. */
export interface Typed {
  sourceLocale: string
  targetLocale: string
  texts: ReadonlyMap<string, string>
}

/**
 * A person’s session in OmegaT: open the project, type, create translated documents.
 *
 * @param typed - Put where OmegaT itself keeps it.
 * @returns What it said, whether it was content or not.
 * @throws When it was stopped, because it had not ended after ten minutes.
 */
export async function workInOmegat(project: string, typed: Typed): Promise<string> {
  writeFileSync(join(project, 'omegat/project_save.tmx'), savedProject(typed))
  const home = mkdtempSync(join(tmpdir(), 'passerelle-omegat-'))
  try {
    const java = ['-Djava.awt.headless=true', `-Duser.home=${home}`, '-jar', jar]
    const own = ['--mode=console-translate', '--tag-validation=warn', '--no-team']
    const options = [`--config-dir=${home}`, '--disable-project-locking', project]
    const ran = await run('java', [...java, ...own, ...options])
    return `${ran.stdout}${ran.stderr}`
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The runner hears of this process while the program runs, unlike with `spawnSync`. */
async function run(program: string, args: string[]): Promise<{ stdout: string; stderr: string }> {
  try {
    return await promisify(execFile)(program, args, { timeout: limit, maxBuffer: Infinity })
  } catch (error) {
    const { killed, stdout, stderr } = error as {
      killed?: boolean
      stdout?: string
      stderr?: string
    }
    if (killed !== false || stdout === undefined || stderr === undefined) throw error
    return { stdout, stderr }
  }
}

/** Other words, the same tags. */
export function inNoLanguage(text: string): string {
  return text.replace(/<[^>]*>|\p{L}+/gu, (match) => (match.startsWith('<') ? match : `${match}ô`))
}

function savedProject({ sourceLocale, targetLocale, texts }: Typed): string {
  const variant = (locale: string, text: string) =>
    `<tuv lang="${locale}"><seg>${escapeXml(text)}</seg></tuv>`
  const units = [...texts].map(
    ([source, target]) =>
      `<tu>${variant(sourceLocale, source)}${variant(targetLocale, target)}</tu>\n`,
  )
  const header = `creationtool="OmegaT" creationtoolversion="3.6" o-tmf="OmegaT TMX" adminlang="en" datatype="plaintext" segtype="paragraph" srclang="${sourceLocale}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1"><header ${header}/><body>
${units.join('')}</body></tmx>
`
}
