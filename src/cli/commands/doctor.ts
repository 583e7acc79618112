/** `doctor`: what of this machine and this site would stand in the way of a build. */
import { relative, resolve } from 'node:path'
import type { SiteSources } from '../../docsets/find-site.ts'
import { version } from '../../package.ts'
import { readArguments } from '../arguments.ts'
import { buildPlaces } from '../cache.ts'
import type { Command, Terminal } from '../command.ts'
import {
  type Diagnosis,
  type FolderState,
  chromiumFinding,
  configFinding,
  findingsText,
  folderFinding,
  gitFinding,
  letterCaseFinding,
  nodeFinding,
  packageFinding,
} from '../doctor/findings.ts'
import {
  findInstalledChromium,
  inspectFolder,
  inspectGit,
  isCaseSensitive,
  inspectPackage,
} from '../doctor/inspect.ts'
import { findSite } from '../find-site.ts'
import { l10nFolder } from '../l10n-folder.ts'
import { failureText } from '../process/failure.ts'
import { builtSiteParent, configName, isSite } from '../site-folder.ts'

export const command: Command = {
  usage: `doctor [folder…] [--out dist] [--cache folder] [--json]
    Check what builds need: Node, packages, configuration, folders and their permissions, cache, Git,
    browser and disk. Exit code 1 if a problem would stop a build; each line says what to do.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      out: { type: 'string', default: 'dist' },
      cache: { type: 'string' },
      json: { type: 'boolean', default: false },
    })
    const findings = [
      { subject: 'Passerelle', state: 'ok' as const, found: version },
      nodeFinding(process.versions.node),
      ...(await packages()),
      ...(await siteFindings(positionals, values, terminal)),
      ...(await machineFindings(terminal)),
    ]
    terminal.print(
      values.json ? JSON.stringify({ findings }, undefined, 2) : findingsText(findings),
    )
    return findings.some(({ state }) => state === 'stop') ? 1 : 0
  },
}

async function packages(): Promise<Diagnosis[]> {
  const seen = await Promise.all([
    inspectPackage('astro'),
    inspectPackage('pagefind'),
    // Its parts for other machines are packages of their own.
    inspectPackage('sharp', () => import('sharp')),
  ])
  return seen.map(packageFinding)
}

async function siteFindings(
  folders: readonly string[],
  { out, cache }: { out: string; cache?: string | undefined },
  terminal: Terminal,
): Promise<Diagnosis[]> {
  const { cwd, root } = terminal
  const others = folders.map((folder) => resolve(cwd, folder))
  const places = await buildPlaces({ root, cwd, cache, others })
  const site = await readSite(folders, terminal)
  const written: Pick<FolderState, 'subject' | 'path'>[] = [
    {
      subject: 'Built site',
      path: resolve(folders.length ? cwd : builtSiteParent({ root, cwd }), out),
    },
    { subject: 'Cache', path: places.cache },
    ...('docsets' in site && site.docsets.length
      ? [{ subject: 'Team’s files', path: await l10nFolder(site.docsets, undefined, terminal) }]
      : []),
  ]
  const read = 'docsets' in site ? site.docsets.map(sourceFolder) : []
  const seen = await Promise.all([...read, ...written].map(inspectFolder))
  const isSensitive = await isCaseSensitive(places.cache)
  return [
    'docsets' in site ? configOf(site, folders, terminal) : site,
    ...seen.map((folder) => folderFinding({ ...folder, path: relative(cwd, folder.path) || '.' })),
    ...(isSensitive === undefined ? [] : [letterCaseFinding(isSensitive)]),
  ]
}

/** The site, or why it cannot be found. */
async function readSite(
  folders: readonly string[],
  terminal: Terminal,
): Promise<SiteSources | Diagnosis> {
  if (folders.length === 0 && !isSite(terminal.root)) return configFinding(undefined, 0)
  try {
    return await findSite(folders, terminal)
  } catch (error) {
    const found =
      error instanceof Error && error.name === 'UsageError'
        ? error.message
        : failureText(error, terminal)
    const advice = '`passerelle check` says more.'
    return { subject: 'Configuration', state: 'stop', found, advice }
  }
}

function configOf(
  { messages, docsets }: SiteSources,
  folders: readonly string[],
  { root }: Terminal,
): Diagnosis {
  const isOwn = (file: string | undefined) => file?.endsWith(configName) ?? false
  const errors = messages.filter(({ file, fatal }) => fatal && isOwn(file)).length
  if (folders.length === 0) return configFinding(configName, errors)
  if (docsets.length > 0) return configFinding(isSite(root) ? configName : 'docfx.json', errors)
  const advice = '`passerelle check` says what is wrong with the folders.'
  return { subject: 'Configuration', state: 'stop', found: 'no docset in the folders', advice }
}

function sourceFolder({ docset }: SiteSources['docsets'][number]) {
  const source = docset.editions.find(({ locale }) => locale === docset.sourceLocale)
  const path = source?.root ?? ''
  return { subject: `Docset ${docset.id}`, path, isNeeded: true, isRead: true }
}

async function machineFindings({ cwd }: Terminal): Promise<Diagnosis[]> {
  const { version: git, fault } = await inspectGit(cwd)
  return [gitFinding(git, fault), chromiumFinding(findInstalledChromium(process.env))]
}
