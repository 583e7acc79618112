import { execFile } from 'node:child_process'
import { access, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { environment } from '../support/copied-site.ts'
import { type NewSite, bringProgram, newSite } from '../support/new-site.ts'

const program = join(import.meta.dirname, '../..')

/** The guides of a new site beside a page of somebody's own. */
async function astroSite(): Promise<NewSite & { build: () => Promise<string> }> {
  const site = await newSite()
  const { folder } = site
  await bringProgram(folder)
  const own =
    '---\n---\n<html lang="en"><head><title>About</title></head><body><a href="/docs/en/guide/">Guide</a></body></html>\n'
  await mkdir(join(folder, 'src/pages'), { recursive: true })
  await writeFile(join(folder, 'src/pages/about.astro'), own)
  await writeFile(join(folder, 'src/pages/index.astro'), own)
  await writeFile(
    join(folder, 'astro.config.mjs'),
    `import passerelle from 'passerelle'\nexport default { site: 'https://us.example', base: '/docs', integrations: [passerelle()] }\n`,
  )
  for (const name of ['astro', '@astrojs']) {
    await symlink(join(program, 'node_modules', name), join(folder, 'node_modules', name))
  }
  const build = async () => {
    const command = join(program, 'node_modules/astro/bin/astro.mjs')
    const env = { ...environment(folder), ASTRO_TELEMETRY_DISABLED: '1' }
    const run = promisify(execFile)(process.execPath, [command, 'build'], { cwd: folder, env })
    const { stdout, stderr } = await run.catch((error: { stdout: string; stderr: string }) => error)
    return stdout + stderr
  }
  return { ...site, build }
}

describe('guides in an Astro site', () => {
  test('are the pages that `build` makes, beside those of the site', async () => {
    const { folder, run, build } = await astroSite()
    expect(await build()).toContain('Complete!')
    const alone = ['build', '--url', 'https://us.example', '--base', '/docs/', '--out', 'alone']
    expect((await run(...alone)).code).toBe(0)
    const compare = [join(program, 'bench/compare-builds.ts'), 'alone', 'dist']
    const { stdout } = await promisify(execFile)(process.execPath, compare, { cwd: folder }).catch(
      (error: { stdout: string }) => error,
    )
    const pages = stdout.split('\n').flatMap((line) => /[\w-]+(?:\/[\w-]+)*\.html/.exec(line) ?? [])
    // The page that only the site has, and the home page, which is the site's own.
    expect([...new Set(pages)].toSorted()).toEqual(['about/index.html', 'index.html'])
    const home = await readFile(join(folder, 'dist/index.html'), 'utf8')
    expect(home).toContain('<title>About</title>')
    for (const file of ['pagefind/languages.json', '_headers', 'en/404.html', 'favicon.svg']) {
      await access(join(folder, 'dist', file))
    }
  })

  test('end the build with an error, at its line', async () => {
    const { folder, build } = await astroSite()
    const page = join(folder, 'content/docs/en/guide/index.mdx')
    await writeFile(page, `${await readFile(page, 'utf8')}\n[There](./nowhere.mdx)\n`)
    const output = await build()
    expect(output).toMatch(/content\/docs\/en\/guide\/index\.mdx:\d+:\d+ error link-missing/)
    expect(output).not.toContain('Complete!')
  })
})
