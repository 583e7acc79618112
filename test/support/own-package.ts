/**
 * For `node --import`: lets a project in `examples/` import `passerelle/…` as if it were installed, from sources.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const root = new URL('../../', import.meta.url)
const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  exports: Record<string, string | { default: string }>
}

registerHooks({
  resolve(specifier, context, next) {
    const target = /^passerelle(?:$|\/)/.test(specifier) && exports[`.${specifier.slice(10)}`]
    if (!target) return next(specifier, context)
    const compiled = typeof target === 'string' ? target : target.default
    const source = compiled.replace(/^\.\/lib\/(.*)\.js$/, './$1.ts')
    return next(new URL(source, root).href, context)
  },
})
