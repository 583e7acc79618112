/** What is wrong with a package as npm has packed it. */

/** As `npm pack --json` tells it. */
export interface PackedPackage {
  name: string
  version: string
  filename: string
  /** Of the archive, in bytes. */
  size: number
  files: readonly { path: string }[]
}

interface Manifest {
  private?: boolean
  bin?: Readonly<Record<string, string>>
  exports?: unknown
}

/** Files that packages of this kind are never of: sources, tests, what a machine has left. */
const unwanted =
  /^(?:test|bench|content|\.git|\.ci|\.vscode|node_modules)\/|(?<!\.d)\.ts$|\.(?:log|tgz)$/

export function packageProblems(manifestText: string, { files }: PackedPackage): string[] {
  const manifest = JSON.parse(manifestText) as Manifest
  const paths = new Set(files.map(({ path }) => path))
  const named = [...Object.values(manifest.bin ?? {}), ...targetsIn(manifest.exports)]
  const missing = named.map((path) => path.replace(/^\.\//, '')).filter((path) => !isThere(path))
  return [
    ...(manifest.private ? ['package.json: `private` keeps it from being published.'] : []),
    ...missing.map((path) => `package.json names \`${path}\`, which is not in the package.`),
    ...[...paths].filter((path) => unwanted.test(path)).map((path) => `\`${path}\` is none of it.`),
  ]

  /** One file, or, of a pattern, any. */
  function isThere(path: string): boolean {
    const [start = '', end] = path.split('*')
    if (end === undefined) return paths.has(path)
    return [...paths].some((file) => file.startsWith(start) && file.endsWith(end))
  }
}

function targetsIn(exports: unknown): string[] {
  if (typeof exports === 'string') return [exports]
  if (typeof exports !== 'object' || exports === null) return []
  return Object.values(exports).flatMap(targetsIn)
}
