/** Where Node begins: runs the program from the bundle that is made of it, or from its modules. */
import nodeModule from 'node:module'
import { join } from 'node:path'

// Before any other module is loaded: loading and stripping types is half of what a short command costs. A package in
// JavaScript has the folder that Node takes by itself; Node 20 has no such cache.
if ('enableCompileCache' in nodeModule) {
  const checkout = join(import.meta.dirname, '../..')
  nodeModule.enableCompileCache(
    import.meta.filename.endsWith('.ts')
      ? join(checkout, 'node_modules/.cache/passerelle/code')
      : undefined,
  )
}

const { bundledStart } = await import('./bundle/bundle.ts')
const { start } = (await bundledStart(process.argv.slice(2))) ?? (await import('./start.ts'))
await start(import.meta.filename)
