/** Which folder is the site's: it is not that of the program. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from './arguments.ts'

/** What makes a folder a site. */
export const configName = 'content/site.config.ts'

/** The cache where there is no site, and where one has no `node_modules`. */
export const bareCache = '.passerelle'

/**
 * The folder of the site that a command is about, an absolute path: the nearest one above `folder` with a
 * configuration. Where there is none, one that does not exist: docfx docsets need no site around them, and what happens
 * to be called `content` or `public` in their repository is not ours.
 *
 * @param folder - Where the command was started.
 */
export function siteAbove(folder: string): string {
  return nearestSite(folder) ?? join(folder, bareCache, 'no-site')
}

function nearestSite(folder: string): string | undefined {
  if (isSite(folder)) return folder
  const above = dirname(folder)
  return above === folder ? undefined : nearestSite(above)
}

/** Whether there is a configuration in a folder. */
export function isSite(folder: string): boolean {
  return existsSync(join(folder, configName))
}

/** The folder in which a built site is looked for by default: that of the site, or the working directory. */
export function builtSiteParent({ root, cwd }: { root: string; cwd: string }): string {
  return isSite(root) ? root : cwd
}

/** What `--root` names, and the other arguments. */
export interface GlobalArguments {
  root: string | undefined
  rest: readonly string[]
}

/**
 * `--root` counts for every command, so it is taken out before one reads its own arguments.
 *
 * @throws UsageError where no folder follows.
 */
export function readRoot(args: readonly string[], cwd: string): GlobalArguments {
  const index = args.findIndex((arg) => arg === '--root' || arg.startsWith('--root='))
  const [found] = args.slice(index, index + 1)
  if (index < 0 || found === undefined) return { root: undefined, rest: args }
  const isJoined = found.includes('=')
  const value = isJoined ? found.slice('--root='.length) : args[index + 1]
  if (!value) throw new UsageError('--root is empty. Name the folder of the site.')
  const rest = args.toSpliced(index, isJoined ? 1 : 2)
  return { root: resolve(cwd, value), rest }
}

/**
 * `--source` and `--target`, which every command takes: the language that pages are written in, or the folders of a
 * pair of trees.
 */
export function readLanguages(args: readonly string[]): {
  source?: string
  target?: string
  rest: readonly string[]
} {
  const source = readGlobal(args, 'source', 'Name a language such as `en-us`.')
  const target = readGlobal(source.rest, 'target', 'Name a folder such as `fr=docs/fr`.')
  return {
    ...(source.value !== undefined && { source: source.value }),
    ...(target.value !== undefined && { target: target.value }),
    rest: target.rest,
  }
}

function readGlobal(
  args: readonly string[],
  name: string,
  advice: string,
): { value?: string; rest: readonly string[] } {
  const option = `--${name}`
  const index = args.findIndex((arg) => arg === option || arg.startsWith(`${option}=`))
  const typed = args[index]
  if (typed === undefined) return { rest: args }
  const isJoined = typed !== option
  const value = isJoined ? typed.slice(option.length + 1) : args[index + 1]
  if (!value) throw new UsageError(`${option} is empty. ${advice}`)
  return { value, rest: args.toSpliced(index, isJoined ? 1 : 2) }
}

/** What a site's `content/site.config.ts` exports, not checked yet; undefined where there is none. */
export async function loadConfig(root: string): Promise<unknown> {
  if (!isSite(root)) return undefined
  const module = (await import(pathToFileURL(join(root, configName)).href)) as { default?: unknown }
  return module.default ?? {}
}

/** @throws UsageError where there is no site. */
export async function loadOwnConfig(root: string): Promise<unknown> {
  requireSite(root)
  return loadConfig(root)
}

/** @throws UsageError where there is no site. */
export function requireSite(root: string): void {
  if (isSite(root)) return
  throw new UsageError(
    `There is no site here: neither this folder nor one above it has a \`${configName}\`. Create a site with \`passerelle init\`, name its folder with --root, or name the folders of a docfx docset. To translate pages of another generator, name two folders: --source en=… --target fr=….`,
  )
}
