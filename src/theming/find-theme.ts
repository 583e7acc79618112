/** What a site's own look is made of: the options of its configuration, and the files that they name. */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { nearestName } from '#plugins/nearest-name.ts'
import { type Problem, defineProblems, problemAt } from '#plugins/problems.ts'
import type { ConfigText } from '../config/config-version.ts'
import type { ComponentName } from '../config/components.ts'
import { findPlace } from '../config/find-place.ts'
import type { SiteConfigValues } from '../config/site-config.ts'
import type { ThemeConfig } from '../config/theme-options.ts'
import type { FileSystem } from '../docsets/file-system.ts'
import { imageFault } from '../docsets/images.ts'
import { digestAll } from '../facts/digest.ts'
import type { AccentFault, AccentShades } from './accent.ts'
import { type CustomStyles, readCustomStyles } from './custom-css.ts'

/** Components of the theme that a site has replaced: they are compiled with the others. */
export interface ThemeChanges {
  /** Absolute path of the folder that all of it is in, with a slash at its end. */
  folder: string
  /** Absolute paths of templates, by the component in whose place they are. */
  components: Readonly<Partial<Record<ComponentName, string>>>
  /** Components that guides may use: the folder that they are in, as above, and absolute paths by name. */
  own?: { folder: string; files: Readonly<Record<string, string>> }
  /** Digest of all files that they may be made of. */
  digest: string
}

/** A site's own look, as far as it can be had. */
export interface FoundTheme {
  config: ThemeConfig
  accent?: AccentShades
  changes?: ThemeChanges
  styles: CustomStyles
  /** The absolute path of a file of the configuration. */
  pathOf: (file: string) => string
}

const problem = defineProblems('theme', {
  'theme-file-missing': (file: string, near: string | undefined) => ({
    severity: 'error',
    reason: `There is no file \`${file}\`.` + (near ? ` Did you mean \`${near}\`?` : ''),
  }),
  'theme-image': (file: string) => ({
    severity: 'error',
    reason: `\`${file}\` cannot be shown: it is damaged, or a drawing that does not say how large it is. Save it again; an SVG needs \`width\` and \`height\`, or \`viewBox\`.`,
  }),
  'theme-colour': (colour: string) => ({
    severity: 'error',
    reason: `\`${colour}\` is no colour. Write it as CSS does, such as \`#0057b8\`.`,
  }),
  'theme-contrast': ({ colour, contrast, nearest, scheme = 'light' }: AccentFault) => ({
    severity: 'error',
    reason: `\`${colour}\` is hard to read on ${scheme} pages: its contrast with their grey surfaces is ${contrast ?? 1}:1, and text needs 4.5:1. The nearest colour that has it is \`${nearest ?? ''}\`.`,
  }),
})

type OwnComponents = SiteConfigValues['components']

/** What a configuration says of the look; docsets of docfx have no components. */
type LookOptions = Pick<SiteConfigValues, 'theme'> & { components?: OwnComponents }

/** Loaded where a site has an accent: culori is 152 modules. */
async function shadesOf(given: NonNullable<LookOptions['theme']['accent']>) {
  const { accentShades } = await import('./accent.ts')
  return accentShades(given)
}

/** Where in the configuration something is. */
type Place = readonly (string | number)[]

/**
 * @param folder - Absolute path of the folder that the configuration is in.
 * @param source - Where the options were read.
 */
export async function findTheme(
  { theme: config, components: own = {} }: LookOptions,
  folder: string,
  source: ConfigText,
  files: FileSystem,
): Promise<{ theme: FoundTheme; messages: VFileMessage[] }> {
  const pathOf = (file: string) => posix.join(folder, file)
  const listed = (await files.list(`${folder}/theme`)).map((path) => `./theme/${path}`)
  const accent = config.accent === undefined ? undefined : await shadesOf(config.accent)
  const faults = accent && 'faults' in accent ? accent.faults : []
  const found: [Place, Problem][] = [
    ...faults.map((fault) => [accentPlace(fault), accentProblem(fault)] as [Place, Problem]),
    ...(await fileProblems(config, listed, (file) => files.read(pathOf(file)))),
    ...(await faviconProblems(config, `${posix.dirname(folder)}/public`, files)),
  ]
  const ownFiles = (await files.list(`${folder}/components`)).map((path) => `./components/${path}`)
  const all: [Place, Problem][] = [
    ...found.map(([place, match]): [Place, Problem] => [['theme', ...place], match]),
    ...missingComponents(own, ownFiles),
  ]
  const messages = await Promise.all(
    all.map(async ([place, match]) =>
      problemAt(source.name, match, await findPlace(source.text, place)),
    ),
  )
  const changes = await changesOf(config, own, [...listed, ...ownFiles], pathOf, files)
  const sheets = config.customCss.filter((file) => listed.includes(file)).map(pathOf)
  const nameOf = (path: string) => posix.join('content', posix.relative(folder, path))
  const custom = await readCustomStyles(sheets, { read: (path) => files.read(path), nameOf })
  const shades = accent && 'shades' in accent ? accent.shades : undefined
  return {
    theme: {
      config,
      pathOf,
      styles: custom.styles,
      ...(shades && { accent: shades }),
      ...(changes && { changes }),
    },
    messages: [...messages, ...custom.messages],
  }
}

/** Components of guides whose file is not there. */
function missingComponents(own: OwnComponents, listed: readonly string[]): [Place, Problem][] {
  return Object.entries(own)
    .filter(([, file]) => !listed.includes(file))
    .map(([name, file]) => [
      ['components', name],
      problem('theme-file-missing', `content/${file.slice(2)}`, nearestName(file, listed)),
    ])
}

function accentPlace({ scheme }: AccentFault): Place {
  return scheme ? ['accent', scheme] : ['accent']
}

function accentProblem(fault: AccentFault): Problem {
  return fault.contrast === undefined
    ? problem('theme-colour', fault.colour)
    : problem('theme-contrast', fault)
}

/** Files that are not there, and images that nobody could see. */
async function fileProblems(
  config: ThemeConfig,
  listed: readonly string[],
  read: (file: string) => Promise<Uint8Array | undefined>,
): Promise<[Place, Problem][]> {
  const problems: [Place, Problem][] = []
  for (const [place, file, isPicture] of filesOf(config)) {
    const bytes = await read(file)
    const name = posix.join('content', file)
    const near = nearestName(file, listed)
    if (!bytes) problems.push([place, problem('theme-file-missing', name, near)])
    else if (isPicture && (await imageFault(file, bytes)))
      problems.push([place, problem('theme-image', name)])
  }
  return problems
}

/** The one file that keeps its name, so that it may be asked for without a page. */
async function faviconProblems(
  { favicon }: ThemeConfig,
  folder: string,
  files: FileSystem,
): Promise<[Place, Problem][]> {
  if (favicon === undefined || (await files.read(folder + favicon))) return []
  const listed = (await files.list(folder)).map((path) => `/${path}`)
  const missing = problem('theme-file-missing', `public${favicon}`, nearestName(favicon, listed))
  return [[['favicon'], missing]]
}

/** Every file that the configuration names, and whether it is an image. */
function filesOf(config: ThemeConfig): [Place, string, boolean][] {
  const { logo, hero, image, fonts = {}, customCss, components } = config
  const named: [Place, string | undefined, boolean][] = [
    [['logo', 'light'], logo?.light, true],
    [['logo', 'dark'], logo?.dark, true],
    [['image', 'src'], image?.src, true],
    ...(typeof hero === 'object'
      ? (['light', 'dark'] as const).map(
          (scheme) =>
            [['hero', scheme], hero[scheme], true] as [Place, string | undefined, boolean],
        )
      : [[['hero'], hero || undefined, false] as [Place, string | undefined, boolean]]),
    ...Object.entries(fonts).flatMap(([use, font]) =>
      (font?.files ?? []).map(
        ({ src }, index) =>
          [['fonts', use, 'files', index, 'src'], src, false] as [Place, string, boolean],
      ),
    ),
    ...customCss.map(
      (file, index) => [['customCss', index], file, false] as [Place, string, boolean],
    ),
    ...Object.entries(components).map(
      ([name, file]) => [['components', name], file, false] as [Place, string, boolean],
    ),
  ]
  return named.filter((item): item is [Place, string, boolean] => item[1] !== undefined)
}

async function changesOf(
  { hero, components }: ThemeConfig,
  ofGuides: OwnComponents,
  listed: readonly string[],
  pathOf: FoundTheme['pathOf'],
  files: FileSystem,
): Promise<ThemeChanges | undefined> {
  const own = { ...(typeof hero === 'string' && { Hero: hero }), ...components }
  const isThere = ([, file]: [string, string]) => listed.includes(file)
  const pathsOf = (named: readonly [string, string][]) =>
    Object.fromEntries(named.map(([name, file]) => [name, pathOf(file)]))
  const replaced = Object.entries(own).filter(isThere)
  const added = Object.entries(ofGuides).filter(isThere)
  if (!replaced.length && !added.length) return undefined
  // A template may import whatever lies beside it.
  const beside = listed.filter((file) => added.length || !file.startsWith('./components/'))
  const contents = await Promise.all(beside.map((file) => files.read(pathOf(file))))
  return {
    folder: pathOf('./theme/'),
    components: pathsOf(replaced),
    ...(added.length > 0 && { own: { folder: pathOf('./components/'), files: pathsOf(added) } }),
    digest: digestAll([
      replaced,
      added,
      ...beside.flatMap((file, index) => [file, contents[index]]),
    ]),
  }
}
