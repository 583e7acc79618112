/** SARIF logs, checked by the schema that its authors publish. */
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Ajv from 'ajv-draft-04'

/** What tests look at; the schema has seen the rest. */
export interface SarifLog {
  version: string
  runs: [
    {
      tool: { driver: { name: string; version: string; rules: { id: string; helpUri?: string }[] } }
      columnKind: string
      results: {
        ruleId: string
        ruleIndex: number
        level: string
        message: { text: string }
        locations: {
          physicalLocation: {
            artifactLocation: { uri: string }
            region: { startLine: number; startColumn: number }
          }
        }[]
      }[]
    },
  ]
}

// A pattern of the schema is none for Unicode; formats, such as addresses, need a package of their own.
const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false })
const validate = ajv.compile(schema)

/** The log of a text; what the schema has against it is thrown. */
export function readSarif(text: string): SarifLog {
  const log = JSON.parse(text) as SarifLog
  const problems = validate(log) ? undefined : ajv.errorsText(validate.errors)
  if (problems !== undefined) throw new Error(problems)
  return log
}
