/** Write to the clipboard, as plain text and as HTML. */
export async function copyBoth(text: string, html: string): Promise<void> {
  if (!('ClipboardItem' in window)) return navigator.clipboard.writeText(text)
  const blob = (value: string, type: string) => new Blob([value], { type })
  return navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': blob(text, 'text/plain'),
      'text/html': blob(html, 'text/html'),
    }),
  ])
}

/**
 * Rows as tab-separated text, as spreadsheets and word processors paste it: cells hold one line each, so that pasting
 * gives the same rows and columns.
 */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t'))
    .join('\n')
}
