/**
 * One sentence for whatever ends a command that is not the content's fault: a missing right, a full disk, a
 * configuration that cannot be loaded, a fault in this program.
 */
import { posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Something that a command cannot do, with a message of its own. */
export class Failure extends Error {
  override readonly name: string = 'Failure'
}

/** Error codes of the system (errno(3)): what is wrong, and what to do. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied. Change its permissions, or run the command as a user who has them',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up. Free some space, and run the command again',
  EEXIST: 'it is already there',
  EINVAL: 'the file system does not allow it',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open. Raise the limit (`ulimit -n`), and run the command again',
  ENAMETOOLONG: 'its name is too long',
  ENFILE: 'too many files are open on this machine',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'no space is left on the disk. Free some, and run the command again',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENOTEMPTY: 'the folder is not empty',
  EPERM: 'the system does not allow it',
  EROFS: 'the file system is read-only',
  EXDEV: 'it is on another file system',
}

/** System calls by what they do for a person; those that are missing read. */
const writing =
  /^(?:write|mkdir|mkdtemp|rename|unlink|rm|rmdir|copyfile|chmod|futime|utime|fsync|link|symlink|cp|ftruncate)/

/**
 * A sentence for an error, without a stack trace.
 *
 * @param cwd - Where the person is: paths are shown relative to it.
 * @param root - The project's folder: an error inside its `content/` is reported with file and line.
 */
export function failureText(error: unknown, { cwd, root }: { cwd: string; root: string }): string {
  if (!(error instanceof Error)) return `The command failed: ${firstLine(String(error))}.`
  if (error instanceof Failure) return error.message
  const { code, syscall = '', path } = error as NodeJS.ErrnoException
  const reason = code === undefined ? undefined : reasons[code]
  if (reason !== undefined && syscall) {
    const what = path === undefined ? 'A file' : `\`${shown(path, cwd)}\``
    const verb = writing.test(syscall) ? 'written' : syscall === 'open' ? 'opened' : 'read'
    return `${what} cannot be ${verb}: ${reason} (${code}).`
  }
  const message = firstLine(error.message) || error.name
  const missing = missingPackage(error)
  if (missing) {
    const where = missing.importer ? `, which \`${shown(missing.importer, cwd)}\` imports,` : ''
    return `The package \`${missing.name}\`${where} is not installed. Run \`npm install\` in the folder of the site.`
  }
  const place = contentPlace(error, root)
  if (place) return `${place} error site-config  The configuration cannot be read: ${message}`
  return `The command failed: ${message.replace(/\.$/, '')}. Run it with DEBUG=passerelle to see where.`
}

/** The package that a module imports and that is not installed, as Node says it. */
function missingPackage({ code, message }: NodeJS.ErrnoException) {
  if (code !== 'ERR_MODULE_NOT_FOUND') return undefined
  const [, name, importer] =
    /^Cannot find package '([^']+)'(?: imported from (\S.*))?/.exec(message) ?? []
  return name === undefined ? undefined : { name, importer }
}

/** The stack trace, for debugging this program: only when `DEBUG` asks for it. */
export function failureDetails(error: unknown, debug: string | undefined): string | undefined {
  if (!/\bpasserelle\b|^\*$/.test(debug ?? '')) return undefined
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** `content/site.config.ts:3:6` where a module below `content/` failed: the first such place of the stack. */
function contentPlace({ stack = '', message }: Error, root: string): string | undefined {
  for (const [, file = '', line, column = '1'] of `${stack}\n${message}`.matchAll(
    /((?:file:\/\/)?\/[^\n'"()]*?\.[cm]?[jt]s):(\d+)(?::(\d+))?/g,
  )) {
    const path = file.startsWith('file:') ? fileURLToPath(file) : file
    const inside = relative(root, path).replaceAll(sep, posix.sep)
    if (inside.startsWith('content/')) return `${inside}:${line}:${column}`
  }
  return undefined
}

/** A path as the person would type it; one outside stays whole. */
function shown(path: string, cwd: string): string {
  const near = relative(cwd, path)
  return near && !near.startsWith('..') ? near : path
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}
