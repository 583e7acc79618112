/** The version of the configuration's format: reported when it is another one, written where it is missing. */
import type { VFileMessage } from 'vfile-message'
import { findExport, findPlace } from './find-place.ts'
import { versionProblems } from './format-version.ts'
import { configVersion } from './site-config.ts'

/** The file of a configuration. */
export interface ConfigText {
  /** For messages: `content/site.config.ts`. */
  name: string
  text: string
}

/** A configuration as a file says it. */
export interface ConfigSource extends ConfigText {
  /** What the module exports. */
  value: unknown
}

const line = `version: ${configVersion},`
const format = { what: 'configuration', version: configVersion, written: `\`${line}\`` }

/** What a configuration says of its version; nothing for one that is in no file. */
export async function configVersionProblems({
  value,
  name,
  text,
}: ConfigSource): Promise<VFileMessage[]> {
  if (typeof value !== 'object' || value === null || !text) return []
  const version = (value as { version?: unknown }).version
  // Anything but a number is what the schema has something to say about.
  if (version !== undefined && typeof version !== 'number') return []
  return versionProblems(format, version, name, await findPlace(text, ['version']))
}

/**
 * The text of a configuration with its version as the first line of the object that it exports; nothing else changes.
 * Undefined where that is not written in it as an object.
 */
export async function addConfigVersion(text: string): Promise<string | undefined> {
  const start = await findExport(text)
  if (start === undefined) return undefined
  const [, space = ''] = /^(\r?\n[ \t]*)/.exec(text.slice(start)) ?? []
  return `${text.slice(0, start)}${space || ' '}${line}${text.slice(start)}`
}
