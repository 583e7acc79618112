/** Starlight and Docusaurus themselves, from the registry, build their sites before and after our commands. */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { translateAll, treeOf, waiting } from '../support/foreign-trees.ts'

const minutes = 60_000

/** Run a program in a folder; what it said, and its exit code. */
async function runIn(folder: string, program: string, ...args: string[]) {
  const options = {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    maxBuffer: 1e8,
  }
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, options)
    return { code: 0, said: stdout + stderr }
  } catch (error) {
    const { code = 1, stdout = '', stderr = '' } = error as Record<string, string | number>
    return { code: Number(code), said: `${stdout}${stderr}` }
  }
}

/** @param settings - What its `package.json` says. */
async function install(folder: string, settings: object, ...packages: string[]) {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, ...settings }))
  const result = await runIn(folder, 'npm', 'install', '--no-audit', '--no-fund', ...packages)
  expect([result.code, result.said]).toEqual([0, expect.any(String)])
}

const inFrench = (source: string) => source.replace(/[\p{L}’]+(?![^<]*>)/gu, 'mot')

test(
  'Starlight builds what was translated, with the anchors of the source',
  async () => {
    const tree = await treeOf('starlight')
    await install(
      tree.folder,
      { type: 'module' },
      'astro@7.3.5',
      '@astrojs/starlight@0.42.4',
      'sharp@0.35.5',
    )
    const build = () => runIn(tree.folder, 'node_modules/.bin/astro', 'build')
    expect(await build()).toMatchObject({ code: 0 })
    const page = () => readFile(join(tree.folder, 'dist/fr/guides/box/index.html'), 'utf8')
    expect(await page()).not.toContain('id="open-the-box"')
    expect((await translateAll(tree, inFrench)).code).toBe(0)
    expect((await tree.passerelle('anchors', '--write')).code).toBe(0)
    expect(await build()).toMatchObject({ code: 0 })
    expect(await page()).toContain('<a id="open-the-box"></a>Ouvrir le boîtier</h2>')
    expect(await page()).not.toContain('Use the screws')
    expect(await waiting(tree)).toEqual({})
  },
  10 * minutes,
)

test(
  'Docusaurus builds a translation whose links to headings led nowhere',
  async () => {
    const tree = await treeOf('docusaurus')
    const versions = ['@docusaurus/core@3.10.2', '@docusaurus/preset-classic@3.10.2']
    await install(tree.folder, {}, ...versions, 'react@19.3.1', 'react-dom@19.3.1')
    const build = () => runIn(tree.folder, 'node_modules/.bin/docusaurus', 'build')
    const before = await build()
    expect(before.code).toBe(1)
    expect(before.said).toContain('linking to /fr/guide/box#open-the-box')
    expect((await translateAll(tree, inFrench)).code).toBe(0)
    expect((await tree.passerelle('anchors', '--write')).code).toBe(0)
    const after = await build()
    expect([after.code, after.said]).toMatchObject([0, /Generated static files in "build\/fr"/])
    const page = await readFile(join(tree.folder, 'build/fr/guide/box/index.html'), 'utf8')
    expect(page).toContain('id="open-the-box"')
    expect(page).not.toContain('What if a part is missing')
  },
  10 * minutes,
)
