/** Modules of the site as classic scripts, which browsers load from a disk. */
import { type OutputChunk, rolldown } from 'rolldown'

/** Reads a file of the site by its path; undefined where there is none. */
export type ReadBuilt = (file: string) => Uint8Array | undefined

/** Gives the address of a path of the site in the copy; undefined where the copy does not have it. */
type AddressOf = (path: string) => string | undefined

/** A module that others import, or that a page names. */
interface Module {
  imports: readonly string[]
  code: string
}

/**
 * Each module that pages name as a script that brings all that it imports. A module that several scripts bring runs
 * once: `runtime.client.ts` knows them by name.
 *
 * @param files - Paths of the modules.
 * @param addressOf - For files that scripts name, such as style sheets.
 */
export async function classicScripts(
  files: readonly string[],
  read: ReadBuilt,
  addressOf: AddressOf,
): Promise<Map<string, string>> {
  if (files.length === 0) return new Map()
  const bundle = await rolldown({
    input: files.map((file) => `/${file}`),
    // What is not used was left out when the theme was compiled.
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

/** The script that replaces the server, from its module. */
export async function runtimeScript(): Promise<string> {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js'
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
  const all = new Set<string>()
  const visit = (one: string) => {
    if (all.has(one)) return
    all.add(one)
    modules.get(one)?.imports.forEach(visit)
  }
  visit(name)
  const defined = [...all].toSorted().map((one) => {
    const { code = '' } = modules.get(one) ?? {}
    return `passerelleCopy.define(${JSON.stringify(baseName(one))},function(require,exports){"use strict";${code}\n});`
  })
  return [...defined, `passerelleCopy.run(${JSON.stringify(baseName(name))});`, ''].join('\n')
}

/** What bundlers write for a file that a script names is a text by itself: its path from the site’s root. */
function withAddresses(code: string, addressOf: AddressOf): string {
  return code.replace(/(["'`])(\/[^"'`\s$\\]+)\1/g, (text, _quote: string, path: string) => {
    const address = addressOf(path)
    return address === undefined ? text : `passerelleCopy.address(${JSON.stringify(address)})`
  })
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}
