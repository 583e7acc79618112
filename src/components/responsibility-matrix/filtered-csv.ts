/** The rows of a table of steps that a reader sees. */

/**
 * Leave out the rows of steps that are not shown, as the site’s own `steps.csv` has them: a row a line, the step’s
 * address at its end.
 *
 * @param shown - Ids of steps.
 */
export function filteredCsv(csv: string, shown: ReadonlySet<string>): string {
  const [head = '', ...rows] = csv.split('\r\n')
  const kept = rows.filter((row) => {
    const id = /#([^#"]+)"?$/.exec(row)?.[1]
    return id === undefined || shown.has(decodeURIComponent(id))
  })
  return [head, ...kept].join('\r\n')
}
