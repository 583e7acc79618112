import { expect, test } from 'vitest'
import { filteredCsv } from '#src/components/responsibility-matrix/csv.ts'

test('a file of steps has the rows that are shown, whatever their cells hold', () => {
  const csv =
    '\uFEFFPhase,Step,Address\r\n' +
    'Assess,"Sort, throw #2",https://guides.example/en/move/#trier-%C3%A0-temps\r\n' +
    'Assess,"Pack ""all""","https://guides.example/en/move/#pack"\r\n' +
    'Leave,Tune,https://guides.example/en/move/#tune\r\n'
  expect(filteredCsv(csv, new Set(['trier-à-temps', 'pack']))).toBe(
    csv
      .split('\r\n')
      .filter((line) => !line.includes('Tune'))
      .join('\r\n'),
  )
  expect(filteredCsv(csv, new Set())).toBe('\uFEFFPhase,Step,Address\r\n')
})
