/** What is wrong with the links of a built site. */
import { checkBuilt } from '../../permalinks/built/check.ts'
import { type ReportedProblem, toProblems } from '../../report/problems.ts'
import { readBuilt } from './read-built.ts'

/** `nameOf` gives a file of the folder the name that messages have. */
export async function builtProblems(
  folder: string,
  nameOf: (file: string) => string,
): Promise<ReportedProblem[]> {
  const site = await readBuilt(folder, nameOf)
  return site ? toProblems(checkBuilt(site).map(({ message }) => message)) : []
}
