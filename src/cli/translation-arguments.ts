/** Values of options that commands about translations share. */
import { pendingStates } from '../translation/formats/unit.ts'
import { type BlockState, blockStates } from '../translation/state/state.ts'
import { UsageError } from './arguments.ts'

export function readNumber(
  option: string,
  value: string | undefined,
  [least, most]: readonly [number, number],
): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (value.trim() && number >= least && number <= most) return number
  throw new UsageError(`--${option} \`${value}\` is no number from ${least} to ${most}.`)
}

/** States as `stale,missing`; `waiting` are all that a translator has to do. */
export function readStates(option: string, value: string | undefined): BlockState[] | undefined {
  return value?.split(',').flatMap((name) => {
    if (name.trim() === 'waiting') return pendingStates
    const state = blockStates.find((item) => item === name.trim())
    if (state) return state
    throw new UsageError(
      `There is no state \`${name.trim()}\`. Use --${option} with waiting, ${blockStates.join(', ')}.`,
    )
  })
}

/** One of a few words. */
export function readChoice<const Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice {
  const match = choices.find((choice) => choice === value)
  if (match) return match
  const fault =
    value === undefined ? `--${option} is missing` : `--${option} cannot be \`${value}\``
  throw new UsageError(`${fault}. Use ${choices.join(', ')}.`)
}
