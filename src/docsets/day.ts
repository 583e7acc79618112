/** Days as pages write them. */

/** `2026-11-22` from a text that starts so, or from what YAML took for a date; else undefined. */
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

/** `2026-02-31` has the form of a day but is none. */
function isReal(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
