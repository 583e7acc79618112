/**
 * Compile the program for npm: `lib/` has `src/` and `plugins/` as JavaScript with its types, and templates, styles and
 * strings as they are. Node takes no types away under `node_modules`.
 *
 *     node scripts/build-lib.ts
 */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'
import { inLib } from './specifiers.ts'

const root = join(import.meta.dirname, '..')
const lib = join(root, 'lib')
const folders = '{src,plugins}'
/** “This import … will not be rewritten”: `#src/…`, which `inLib` rewrites. */
const rewrittenHere = 2877

rmSync(lib, { recursive: true, force: true })
const problems = compile()
if (problems.length) {
  console.error(problems.join('\n'))
  process.exitCode = 1
} else {
  for (const path of globSync(`${folders}/**/*.{css,json,js,svg}`, { cwd: root })) copy(path)
  for (const path of globSync(`${folders}/**/*.astro`, { cwd: root })) copy(path, inLib)
  for (const path of globSync('**/*.{js,d.ts}', { cwd: lib })) {
    const text = readFileSync(join(lib, path), 'utf8')
    writeFileSync(join(lib, path), inLib(text, path))
  }
}

/** What TypeScript reports. */
function compile(): string[] {
  const file = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(file.config, ts.sys, root)
  const names = globSync(`${folders}/**/*.ts`, { cwd: root }).map((path) => join(root, path))
  const program = ts.createProgram(names, {
    ...options,
    // Those of `.astro/`, which is not there in a fresh clone.
    types: ['node', 'astro/client'],
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    outDir: lib,
    rootDir: root,
  })
  const { diagnostics } = program.emit(undefined, (path, text) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  })
  const errors = [...ts.getPreEmitDiagnostics(program), ...diagnostics].filter(
    ({ code }) => code !== rewrittenHere,
  )
  return errors.map(({ file: of, start, messageText }) => {
    const line = of && start !== undefined ? of.getLineAndCharacterOfPosition(start).line + 1 : ''
    return `${of?.fileName ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  })
}

function copy(path: string, change?: (text: string, path: string) => string): void {
  const to = posix.join(lib, path)
  mkdirSync(dirname(to), { recursive: true })
  if (change) writeFileSync(to, change(readFileSync(join(root, path), 'utf8'), path))
  else cpSync(join(root, path), to)
}
