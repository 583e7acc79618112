/** The process that compiles a theme: see `compile-process.ts`. */
import { join } from 'node:path'
import { build } from 'astro'
import type { CompileError, CompileRequest } from './compile-process.ts'
import { themeConfig } from './theme-config.ts'

// The process that waits decides what a signal ends. To exit while the bundler works may wait for its threads for ever.
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
    // Astro would warn that it asks no template for its paths: `theme-entry.ts` makes it do so.
    logLevel: 'error',
    // What a site has without files of its own.
    publicDir: join(import.meta.dirname, '../public'),
  })
  end(0)
} catch (error) {
  process.send?.(fieldsOf(error), () => end(1))
}

function end(code: number): void {
  process.removeAllListeners('disconnect')
  // eslint-disable-next-line no-restricted-syntax -- The bundler’s threads would keep it for a while.
  process.exit(code)
}

function fieldsOf(error: unknown): CompileError {
  if (!(error instanceof Error)) return { message: String(error) }
  const { message, stack, code, syscall, path, loc, errors } = error as CompileError
  return { message, stack, code, syscall, path, loc, errors: errors?.map(fieldsOf) }
}
