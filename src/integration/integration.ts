/**
 * The site as a part of somebody's Astro site: Astro draws our pages beside its own, from the same facts as `build`,
 * and what a site has besides (search, files for web servers, the check of all addresses) is made when it is done.
 */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro'
import type { ReportedProblem } from '../report/problems.ts'
import type { PreparedSite } from './prepare.ts'

/** What a site says of its guides to Astro. */
export interface IntegrationOptions {
  /** The folder with `content/`, relative to Astro’s root. (default: that root) */
  root?: string
}

/** The guides have errors, which were told. */
class ContentError extends Error {
  override readonly name = 'ContentError'
}

/**
 * Guides in an Astro site: `integrations: [passerelle()]`.
 *
 * `content/site.config.ts` is read from Astro’s root. `site` and `base` of Astro, where they are set, are those of the
 * guides. A page of the site’s own wins over one of ours at the same address. Problems are printed; errors end a build.
 */
export function passerelle({ root: folder = '.' }: IntegrationOptions = {}): AstroIntegration {
  let prepared: PreparedSite | undefined
  return {
    name: 'passerelle',
    hooks: {
      async 'astro:config:setup'({ command, config, logger, ...astro }) {
        if (command === 'preview') return
        refuseFormat(config)
        const [{ routesBeside, viteParts }, { prepareSite }] = await Promise.all([
          import('./astro-parts.ts'),
          import('./prepare.ts'),
        ])
        for (const route of routesBeside(config)) astro.injectRoute({ ...route, prerender: true })
        const root = fileURLToPath(new URL(`${folder}/`, config.root))
        prepared = await prepareSite(root, config, command === 'build')
        const { site } = prepared
        await report(site.problems, logger, command === 'build')
        for (const path of prepared.files) astro.addWatchFile(path)
        astro.updateConfig({
          // The policy of our pages forbids styles and scripts in a page.
          build: { inlineStylesheets: 'never' },
          trailingSlash: 'always',
          vite: viteParts(site.theme?.changes),
        })
      },
      async 'astro:build:done'({ dir, logger }) {
        if (!prepared) return
        const { completeSite } = await import('./prepare.ts')
        await report(await completeSite(prepared, resolve(fileURLToPath(dir))), logger, true)
      },
    },
  }
}

/** @throws Error where our addresses could not be as they are published. */
function refuseFormat({ build: { format } }: AstroConfig): void {
  if (format === 'directory') return
  throw new ContentError(
    `Addresses of guides end with \`/\`, and \`build.format\` is \`${format}\`. Take it out of astro.config.`,
  )
}

/** @throws ContentError where there are errors and a build must not go on. */
async function report(
  problems: readonly ReportedProblem[],
  logger: AstroIntegrationLogger,
  isBuild: boolean,
): Promise<void> {
  if (problems.length === 0) return
  const [{ formatProblems }, { countErrors }] = await Promise.all([
    import('../report/format-problems.ts'),
    import('../report/problems.ts'),
  ])
  const errors = countErrors(problems)
  const text = formatProblems(problems, 'text')
  if (errors && isBuild) throw new ContentError(text)
  logger.warn(text)
}
