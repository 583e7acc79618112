/** Arguments that `build` and `check` share. */
import { parseArgs } from 'node:util'
import { baseProblem } from '../docsets/base.ts'
import { type Format, formats } from '../report/format-problems.ts'

/** The person asked for something that cannot be: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

/** `parseArgs` whose mistakes are the person's, not the program's. */
export function readArguments<const T extends NonNullable<Options>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

export function readFormat(value: string | undefined): Format {
  const format = formats.find((item) => item === (value ?? 'text'))
  if (!format)
    throw new UsageError(`Unexpected format \`${value}\`, expected ${formats.join(', ')}`)
  return format
}

/** An origin without a path, as canonical addresses start. */
export function readUrl(value: string): string {
  if (!URL.canParse(value))
    throw new UsageError(`Unexpected --url \`${value}\`, expected https://…`)
  const url = new URL(value)
  if (!/^https?:$/.test(url.protocol)) {
    throw new UsageError(`Unexpected --url \`${value}\`, expected https://… or http://…`)
  }
  // What `URL` would take away or repair without a word.
  if (value.replace(/\/$/, '').toLowerCase() !== url.origin && url.pathname === '/') {
    throw new UsageError(
      `Unexpected --url \`${value}\`, expected an origin such as \`${url.origin}\`, without a name, a query or an anchor`,
    )
  }
  if (url.pathname !== '/') {
    throw new UsageError(
      `Unexpected path in --url \`${value}\`, expected an origin; a path goes into --base`,
    )
  }
  return url.origin
}

export function readBase(value: string): string {
  const expected = baseProblem(value)
  if (expected === undefined) return value
  throw new UsageError(`Unexpected --base \`${value}\`, expected ${expected}`)
}
