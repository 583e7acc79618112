/** The delimiter of a CSV file: `;` as Excel writes it in French, else `,`. */
export function delimiterOf(text: string): ';' | ',' {
  const [first = ''] = text.split('\n', 1)
  return first.includes(';') ? ';' : ','
}
