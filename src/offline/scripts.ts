/** Turn modules of the site into classic scripts, which browsers load from a disk. */
import type { OutputChunk } from 'rolldown'

/** Reads a file of the site by its path; undefined where there is none. */
export type ReadBuilt = (file: string) => Uint8Array | undefined

/** The address in the copy of a path of the site; undefined if the copy does not have the file. */
type AddressOf = (path: string) => string | undefined

/** A module that a page or another module loads. */
interface Module {
  imports: readonly string[]
  code: string
}

/**
 * For each module that a page loads, a script that defines it and all that it imports, then runs it. A module that
 * several scripts define runs once: `runtime.client.ts` keeps them by file name.
 *
 * @param files - Paths of the modules that pages load.
 * @param addressOf - For files that scripts load, such as style sheets.
 * @returns The scripts, by path of their module.
 */
export async function classicScripts(
  files: readonly string[],
  read: ReadBuilt,
  addressOf: AddressOf,
): Promise<Map<string, string>> {
  if (files.length === 0) return new Map()
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: files.map((file) => `/${file}`),
    // Astro has already removed unused code.
    treeshake: false,
    plugins: [siteFiles(read)],
  })
  const { output } = await bundle.generate({ format: 'cjs', preserveModules: true, minify: true })
  await bundle.close()
  const chunks = output.filter((item): item is OutputChunk => item.type === 'chunk')
  const modules = new Map(
    chunks.map(({ fileName, imports, code }): [string, Module] => [
      fileName,
      { imports, code: withAddresses(code, addressOf) },
    ]),
  )
  const nameOf = new Map(chunks.map(({ facadeModuleId, fileName }) => [facadeModuleId, fileName]))
  return new Map(
    files.map((file) => [file, scriptOf(nameOf.get(`/${file}`) ?? baseName(file), modules)]),
  )
}

/** `runtime.client.ts`, compiled. */
export async function runtimeScript(): Promise<string> {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js'
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: `${import.meta.dirname}/runtime.client.${extension}`,
    tsconfig: false,
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true })
  await bundle.close()
  return output[0].code
}

function siteFiles(read: ReadBuilt) {
  return {
    name: 'site-files',
    resolveId: (id: string, importer: string | undefined) =>
      importer === undefined ? id : new URL(id, `file://${importer}`).pathname,
    load: (id: string) => new TextDecoder().decode(read(id.slice(1))),
  }
}

function scriptOf(name: string, modules: ReadonlyMap<string, Module>): string {
  const needed = new Set<string>()
  const visit = (file: string) => {
    if (needed.has(file)) return
    needed.add(file)
    modules.get(file)?.imports.forEach(visit)
  }
  visit(name)
  const definitions = [...needed].toSorted().map((file) => {
    const { code = '' } = modules.get(file) ?? {}
    return `passerelleCopy.define(${JSON.stringify(baseName(file))},function(require,exports){"use strict";${code}\n});`
  })
  return [...definitions, `passerelleCopy.run(${JSON.stringify(baseName(name))});`, ''].join('\n')
}

/** Vite writes the address of a file as a string that holds nothing else: its path from the root of the site. */
function withAddresses(code: string, addressOf: AddressOf): string {
  return code.replace(/(["'`])(\/[^"'`\s$\\]+)\1/g, (text, _quote: string, path: string) => {
    const address = addressOf(path)
    return address === undefined ? text : `passerelleCopy.address(${JSON.stringify(address)})`
  })
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}
