/** Style sheets of a site's own: put together, made smaller, and looked at for what would not work. */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'

/** A site’s style sheets as one text, with placeholders for the files that they use. */
export interface CustomStyles {
  text: string
  /** Absolute paths of those files, by placeholder. */
  files: ReadonlyMap<string, string>
}

const problem = defineProblems('theme', {
  'theme-style': (reason: string) => ({ severity: 'error', reason }),
})

/** Problems of a style sheet have one rule: what to do is in each. */
const cannotBeRead = (reason: string) =>
  problem(
    'theme-style',
    `The style sheet cannot be read: ${reason.replace(/\.$/, '')}. Correct it.`,
  )
const isMissing = (url: string) =>
  problem(
    'theme-style',
    `There is no file \`${url}\`. Name one in \`content/theme/\`, from where the style sheet is.`,
  )
const isElsewhere = (url: string) =>
  problem(
    'theme-style',
    `\`${url}\` is on another host, which pages do not ask for anything. Put the file into \`content/theme/\`.`,
  )

/** Files, and how they are called in messages. */
interface Disk {
  read: (path: string) => Promise<Uint8Array | undefined>
  nameOf: (path: string) => string
}

/** @param paths - Absolute paths of style sheets, in the order in which they count. */
export async function readCustomStyles(
  paths: readonly string[],
  disk: Disk,
): Promise<{ styles: CustomStyles; messages: VFileMessage[] }> {
  const messages: VFileMessage[] = []
  const texts: string[] = []
  const files = new Map<string, string>()
  for (const path of paths) {
    try {
      const { code, dependencies } = await bundled(path, disk.read)
      let text = code
      for (const item of dependencies) {
        const { url, placeholder, loc } = item
        const target = posix.join(posix.dirname(loc.filePath), url)
        const fault = await faultOf(url, target, disk.read)
        if (fault) messages.push(problemAt(disk.nameOf(loc.filePath), fault, loc.start))
        if (isRelative(url)) files.set(placeholder, target)
        else text = text.replaceAll(placeholder, url)
      }
      texts.push(text)
    } catch (error) {
      messages.push(styleProblem(error, path, disk))
    }
  }
  return { styles: { text: texts.join('\n'), files }, messages }
}

/** A file that a style sheet names, and where. */
interface Dependency {
  url: string
  placeholder: string
  loc: { filePath: string; start: { line: number; column: number } }
}

async function bundled(
  path: string,
  read: Disk['read'],
): Promise<{ code: string; dependencies: readonly Dependency[] }> {
  const { bundleAsync } = await import('lightningcss')
  const { code, dependencies } = await bundleAsync({
    filename: path,
    minify: true,
    analyzeDependencies: true,
    resolver: {
      async read(file) {
        const bytes = await read(file)
        if (!bytes) throw new Error('it imports a file that is not there')
        return new TextDecoder().decode(bytes)
      },
      resolve: (name, from) => posix.join(posix.dirname(from), name),
    },
  })
  const named = (dependencies ?? []).filter((item) => item.type === 'url')
  return { code: new TextDecoder().decode(code), dependencies: named }
}

async function faultOf(url: string, target: string, read: Disk['read']) {
  if (/^(?:https?:)?\/\//i.test(url)) return isElsewhere(url)
  if (!isRelative(url) || (await read(target))) return undefined
  return isMissing(url)
}

/** Not a full address, a path of the site, `data:` or a place in the page. */
function isRelative(url: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|[/#])/i.test(url)
}

function styleProblem(error: unknown, path: string, { nameOf }: Disk): VFileMessage {
  const { message, fileName, loc, data } = error as Error & {
    fileName?: string
    loc?: { line: number; column: number }
    /** Of what cannot be parsed: only for that do columns count from 0. */
    data?: unknown
  }
  const place = loc && { ...loc, column: typeof data === 'object' ? loc.column + 1 : loc.column }
  return problemAt(nameOf(fileName ?? path), cannotBeRead(message), place)
}
