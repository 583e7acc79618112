/** Components of a site’s own, for its guides. */
import { ownFiles } from 'virtual:passerelle/components'
import type { AstroComponentFactory } from 'astro/runtime/server/index.js'

/**
 * Wrap a component, so that an error names the author’s file.
 *
 * @param file - As the author knows it: `content/components/Price.astro`.
 */
function namedComponent(component: AstroComponentFactory, file: string): AstroComponentFactory {
  const fail = (error: unknown): never => {
    const reason = error instanceof Error ? error.message : String(error)
    throw Object.assign(new Error(`${file}: ${reason}`), {
      ...(error instanceof Error && { stack: error.stack }),
    })
  }
  const drawn: AstroComponentFactory = (...given) => {
    try {
      const made = component(...given)
      return made instanceof Promise ? made.catch(fail) : made
    } catch (error) {
      return fail(error)
    }
  }
  // Copy the properties that Astro set on it.
  return Object.assign(drawn, component)
}

/** By the name that guides use. */
export const ownComponents: ReadonlyMap<string, AstroComponentFactory> = new Map(
  ownFiles.map(({ name, component, file }) => [name, namedComponent(component, file)]),
)
