/** The process that compiles a theme: see `compile-process.ts`. */
import { join } from 'node:path'
import { build } from 'astro'
import type { CompileError, CompileRequest } from './compile-process.ts'
import { themeConfig } from './theme-config.ts'

// The parent process handles signals. Exiting while the bundler works could wait for its threads forever.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

const { base, changes, preserveSymlinks, ...folders } = JSON.parse(
  process.argv[2] ?? '',
) as CompileRequest

try {
  await build({
    ...themeConfig(base, { changes, preserveSymlinks }),
    ...folders,
    configFile: false,
    // Astro would warn that it calls no `getStaticPaths`: `theme-entry.ts` makes it do so.
    logLevel: 'error',
    // The files that a site has by default.
    publicDir: join(import.meta.dirname, '../public'),
  })
  end(0)
} catch (error) {
  process.send?.(fieldsOf(error), () => end(1))
}

function end(code: number): void {
  process.removeAllListeners('disconnect')
  // eslint-disable-next-line no-restricted-syntax -- The bundler’s threads would keep the process alive for a while.
  process.exit(code)
}

function fieldsOf(error: unknown): CompileError {
  if (!(error instanceof Error)) return { message: String(error) }
  const { message, stack, code, syscall, path, loc, errors } = error as CompileError
  return { message, stack, code, syscall, path, loc, errors: errors?.map(fieldsOf) }
}
