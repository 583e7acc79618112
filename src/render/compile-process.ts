/** Compile a theme in a process of its own: the bundler’s memory, some 300 MB, is free again when pages are drawn. */
import { fork } from 'node:child_process'
import nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'
import type { CopiedChanges } from './replacements.ts'

/** What to compile, and where to write it; paths of folders are absolute. */
export interface CompileRequest {
  base: string
  changes: CopiedChanges | undefined
  preserveSymlinks: boolean
  /** An empty folder, Astro’s root. */
  root: string
  outDir: string
  cacheDir: string
}

/** What the caller reads of an error of Astro, Vite or the system; classes do not pass between processes. */
export interface CompileError {
  message: string
  stack?: string | undefined
  code?: string | undefined
  syscall?: string | undefined
  path?: string | undefined
  loc?: { file?: string; line?: number; column?: number } | undefined
  errors?: CompileError[] | undefined
}

/**
 * Run Astro’s build in a child process.
 *
 * @throws An error with the fields of a `CompileError` when a file cannot be compiled.
 */
export async function compileInProcess(request: CompileRequest): Promise<void> {
  const codeCache = nodeModule.getCompileCacheDir?.()
  const child = fork(
    fileURLToPath(import.meta.resolve('./compile-child.ts')),
    [JSON.stringify(request)],
    {
      // As in `main.ts`: 500 MB in place of 650.
      execArgv: [...process.execArgv, '--heap-growing-percent=30'],
      env: { ...process.env, ...(codeCache && { NODE_COMPILE_CACHE: codeCache }) },
    },
  )
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let error: CompileError | undefined
  child.on('message', (message) => (error = message as CompileError))
  child.on('error', reject)
  child.on('exit', (code, signal) => {
    if (code === 0) return resolve()
    const ending = { message: `The process that compiles templates ended with ${signal ?? code}` }
    const { message, ...fields } = error ?? ending
    reject(Object.assign(new Error(message), fields))
  })
  return promise
}
