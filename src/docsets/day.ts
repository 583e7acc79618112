/** Days as pages write them. */

/** The ISO day at the start of a text, or of a `Date` as YAML makes it; undefined for all else. */
export function isoDay(value: unknown): string | undefined {
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : ''
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text.trim()) ?? []
  return day && isReal(day) ? day : undefined
}

/** `7/01/2020`, month first as Microsoft's `ms.date` has it, or an ISO day. */
export function americanDay(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  if (!month || !day || !year) return isoDay(value)
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isReal(iso) ? iso : undefined
}

/** Whether a day exists: `2026-02-31` only has the form of one. */
function isReal(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
