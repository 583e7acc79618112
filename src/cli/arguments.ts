/** Arguments that `build` and `check` share. */
import { parseArgs } from 'node:util'
import { nearestName } from '#plugins/nearest-name.ts'
import { baseProblem } from '../config/address-names.ts'
import { type Format, formats } from '../report/format-problems.ts'

/** Wrong usage of the command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

/**
 * The options and positional arguments of a command.
 *
 * @throws UsageError For unknown options and missing values.
 */
export function readArguments<const T extends NonNullable<Options>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(argumentProblem(error, options))
  }
}

/** A message for the errors of `parseArgs`, which speak to programmers. */
function argumentProblem(error: unknown, options: Options): string {
  const { code, message } = error as NodeJS.ErrnoException
  const [, option = ''] = /'(?:-\w, )?(-[^ ']*)/.exec(message) ?? []
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearestName(option.replace(/^-+/, ''), Object.keys(options ?? {}))
    return `There is no option \`${option}\`.${near ? ` Did you mean \`--${near}\`?` : ''}`
  }
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message
  const takesValue = options?.[option.slice(2)]?.type === 'string'
  return `\`${option}\` ${takesValue ? 'needs a value' : 'takes no value'}.`
}

/** @param known - Those that the command can print. */
export function readFormat(value: string | undefined, known: readonly Format[] = formats): Format {
  const format = known.find((item) => item === (value ?? 'text'))
  if (!format) throw new UsageError(`There is no format \`${value}\`. Use ${known.join(', ')}.`)
  return format
}

/** An origin without a path, as canonical addresses start. */
export function readUrl(value: string): string {
  if (!URL.canParse(value))
    throw new UsageError(`--url \`${value}\` is no address. Write https://….`)
  const url = new URL(value)
  if (!/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `--url \`${value}\` is no address of the web. Write https://… or http://….`,
    )
  }
  // What `URL` would take away or repair without a word.
  if (value.replace(/\/$/, '').toLowerCase() !== url.origin && url.pathname === '/') {
    throw new UsageError(
      `--url \`${value}\` is more than an origin. Write \`${url.origin}\`, without a name, a query or an anchor.`,
    )
  }
  if (url.pathname !== '/') {
    throw new UsageError(
      `--url \`${value}\` has a path. Write the origin only; a path goes into --base.`,
    )
  }
  return url.origin
}

export function readBase(value: string): string {
  const advice = baseProblem(value)
  if (advice === undefined) return value
  throw new UsageError(`--base \`${value}\` cannot be used. Write ${advice}.`)
}

/** A port of this machine; 0 for any that is free. */
export function readPort(value: string): number {
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new UsageError(`--port \`${value}\` is no port. Write a number such as 4321.`)
}
