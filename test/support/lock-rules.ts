/** The rules of `npm run check:lock`, on the parsed files. */

export interface Manifest {
  dependencies?: Readonly<Record<string, string>>
  devDependencies?: Readonly<Record<string, string>>
  optionalDependencies?: Readonly<Record<string, string>>
  /** Packages with install scripts, and whether npm runs them. */
  allowScripts?: Readonly<Record<string, boolean>>
}

export interface LockedPackage {
  name?: string
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  link?: boolean
  hasInstallScript?: boolean
  dependencies?: Readonly<Record<string, string>>
}

export interface Lock {
  lockfileVersion?: number
  packages?: Readonly<Record<string, LockedPackage>>
}

export interface LockRules {
  /** SPDX names. */
  licences: readonly string[]
  /** Licences of packages whose own description names none, by `name@version`. */
  licenceOf: Readonly<Record<string, string>>
  /** `name@version` of packages that the registry has no checksum for. */
  withoutChecksum: readonly string[]
}

const registry = 'https://registry.npmjs.org/'

const ownRules: LockRules = {
  licences: [
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    // libvips, which sharp loads as a library of its own.
    'LGPL-3.0-or-later',
    'MIT',
    // Files of axe-core and lightningcss, which are used as they are.
    'MPL-2.0',
    'Python-2.0',
    // Fonts.
    'OFL-1.1',
  ],
  // Its readme says so.
  licenceOf: { 'format@0.2.2': 'MIT' },
  withoutChecksum: [],
}

/** One sentence for each fault, and what to do; none when the lock file is sound. */
export function lockProblems(
  manifest: Manifest,
  lock: Lock,
  rules: LockRules = ownRules,
): string[] {
  const packages = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '')
  return [
    ...inexact(manifest),
    ...differing(manifest, lock),
    ...packages.flatMap(([path, entry]) => packageProblems(path, entry, manifest, rules)),
    ...stale(packages, manifest, rules),
  ]
}

function wanted({ dependencies, devDependencies, optionalDependencies }: Manifest) {
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
}

function inexact(manifest: Manifest): string[] {
  return wanted(manifest).flatMap(([name, version]) =>
    isVersion(version)
      ? []
      : [`package.json: ${name} has the version \`${version}\`. Name one exact version.`],
  )
}

function differing(manifest: Manifest, { lockfileVersion, packages = {} }: Lock): string[] {
  if (lockfileVersion !== 3) {
    return ['package-lock.json: lockfileVersion is not 3. Make the file anew with `npm install`.']
  }
  return wanted(manifest).flatMap(([name, version]) => {
    const locked = packages[`node_modules/${name}`]?.version
    if (locked === version) return []
    return [
      `package-lock.json: ${name} is ${locked ?? 'missing'}, package.json names ${version}. Run \`npm install\`.`,
    ]
  })
}

function packageProblems(
  path: string,
  entry: LockedPackage,
  { allowScripts = {} }: Manifest,
  { licences, licenceOf, withoutChecksum }: LockRules,
): string[] {
  const name = nameOf(path, entry)
  const id = idOf(path, entry)
  const problems: string[] = []
  const add = (text: string) => void problems.push(`package-lock.json: ${id} ${text}`)
  if (!path.startsWith('node_modules/') || entry.link) {
    add('is a folder of this machine. Name a version of the registry.')
    return problems
  }
  if (!isVersion(entry.version ?? '')) add('has no exact version. Run `npm install`.')
  // npm leaves the address out where a setting says so, and asks the registry that is set.
  if (entry.resolved !== undefined && !entry.resolved.startsWith(registry)) {
    add(`comes from ${entry.resolved}. Take it from ${registry} instead.`)
  }
  if (!hasChecksum(entry) && !withoutChecksum.includes(id)) {
    add('has no SHA-512 checksum. Add what `npm view <package>@<version> dist.integrity` says.')
  }
  const licence = entry.license ?? licenceOf[id] ?? ''
  if (!isAllowed(licence, licences)) {
    add(`has the licence \`${licence}\`. Look at it, and add it to the rules or do without.`)
  }
  if (entry.hasInstallScript && allowScripts[name] === undefined) {
    add('runs a script when it is installed. Say in `allowScripts` of package.json whether it may.')
  }
  return problems
}

/** Exceptions that nothing needs any more. */
function stale(
  packages: readonly (readonly [string, LockedPackage])[],
  { allowScripts = {} }: Manifest,
  { withoutChecksum, licenceOf }: LockRules,
): string[] {
  const unnamed = new Set(
    packages.filter(([, { license }]) => !license).map(([path, entry]) => idOf(path, entry)),
  )
  const lacking = new Set(
    packages.filter(([, entry]) => !hasChecksum(entry)).map(([path, entry]) => idOf(path, entry)),
  )
  const scripts = new Set(
    packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path, entry]) => nameOf(path, entry)),
  )
  return [
    ...withoutChecksum
      .filter((id) => !lacking.has(id))
      .map((id) => `test/support/lock-rules.ts: ${id} does not lack a checksum. Take it out.`),
    ...Object.keys(licenceOf)
      .filter((id) => !unnamed.has(id))
      .map((id) => `test/support/lock-rules.ts: ${id} names its licence itself. Take it out.`),
    ...Object.keys(allowScripts)
      .filter((name) => !scripts.has(name))
      .map((name) => `package.json: allowScripts names ${name}, which has no script. Take it out.`),
  ]
}

function hasChecksum({ integrity = '' }: LockedPackage): boolean {
  return /^sha512-[\w+/]{86}==$/.test(integrity)
}

/** The name under which the registry has it: an alias has another folder. */
function nameOf(path: string, { name }: LockedPackage): string {
  return name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function idOf(path: string, entry: LockedPackage): string {
  return `${nameOf(path, entry)}@${entry.version}`
}

function isVersion(version: string): boolean {
  return /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/.test(version)
}

/** All of what `AND` joins, one of what `OR` joins. */
function isAllowed(licence: string, allowed: readonly string[]): boolean {
  const bare = licence.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some((value) => isAllowed(value, allowed))
  return bare.split(' AND ').every((value) => allowed.includes(value.trim()))
}
